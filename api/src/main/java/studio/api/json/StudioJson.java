package studio.api.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Jackson as Studio uses it, everywhere. */
public final class StudioJson {

    private static final ObjectMapper JSON = configure(new ObjectMapper());
    private static final ObjectMapper CBOR = configure(new CBORMapper());

    private StudioJson() {}

    /** The mapper to and from JSON text; shared, not to be reconfigured. */
    public static ObjectMapper json() {
        return JSON;
    }

    /** The mapper to and from CBOR (RFC 8949), the compact form in stores; shared, not to be reconfigured. */
    public static ObjectMapper cbor() {
        return CBOR;
    }

    /** Gives a mapper Studio's conventions. Unknown properties are an error: a misspelt field must not pass in silence. */
    public static <M extends ObjectMapper> M configure(M mapper) {
        mapper.registerModule(new Jdk8Module());
        mapper.registerModule(new JavaTimeModule());
        mapper.registerModule(new DomainModule());
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        // Records only: derived methods such as isEmpty() are no properties.
        mapper.setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE);
        mapper.setVisibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE);
        mapper.setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);
        return mapper;
    }
}
