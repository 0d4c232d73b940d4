package studio.api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.domain.StreamType;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;

/** Entities in stores: CBOR in the processor's, JSON in the database's. Nothing outside reads it; the outside sees views. */
public final class EntityJson {

    private static final Map<String, ? extends Class<? extends Entity>> TYPES = StreamType.ALL.stream()
            .flatMap(type -> type.kinds().stream())
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Kind::label, Kind::type));

    private EntityJson() {}

    /** The entity as CBOR. */
    public static byte[] toCbor(Entity entity) {
        return write(mapper -> mapper::writeValueAsBytes, StudioJson.cbor(), entity);
    }

    /**
     * The entity of that key from CBOR.
     *
     * @throws IllegalStateException if the bytes are no such entity: the store and this program do not belong together
     */
    public static Entity fromCbor(EntityKey key, byte[] cbor) {
        try {
            return StudioJson.cbor().readValue(cbor, type(key));
        } catch (IOException e) {
            throw new IllegalStateException("the stored state of " + key + " cannot be read", e);
        }
    }

    /** The entity as JSON text. */
    public static String toJson(Entity entity) {
        return write(mapper -> mapper::writeValueAsString, StudioJson.json(), entity);
    }

    /**
     * The entity of that key from JSON text.
     *
     * @throws IllegalStateException if the text is no such entity: the store and this program do not belong together
     */
    public static Entity fromJson(EntityKey key, String json) {
        try {
            return StudioJson.json().readValue(json, type(key));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored state of " + key + " cannot be read", e);
        }
    }

    private static Class<? extends Entity> type(EntityKey key) {
        Class<? extends Entity> type = TYPES.get(key.kind());
        if (type == null) {
            throw new IllegalStateException("there are no entities of kind '" + key.kind() + "'");
        }
        return type;
    }

    private static <T> T write(Function<ObjectMapper, Writer<T>> how, ObjectMapper mapper, Entity entity) {
        try {
            return how.apply(mapper).write(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(entity.key() + " cannot be written", e);
        }
    }

    private interface Writer<T> {
        T write(Object value) throws JsonProcessingException;
    }
}
