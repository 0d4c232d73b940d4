package studio.command.rest.body;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import studio.api.json.StudioJson;

/** Lets the framework write answers with Studio's conventions. */
@Singleton
class JsonSetup implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        StudioJson.configure(mapper);
    }
}
