package studio.projection.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import studio.api.json.StudioJson;

/** Makes the framework write JSON as Studio does everywhere. */
@Singleton
class JsonSetup implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        StudioJson.configure(mapper);
    }
}
