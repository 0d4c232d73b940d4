package studio.api.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import studio.domain.StreamType;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.library.ArchiveUrl;
import studio.domain.library.ContainerReference;
import studio.domain.library.ServiceName;
import studio.domain.library.VersionName;

/**
 * Teaches Jackson the domain's types, which know nothing of Jackson: value types are strings, enums are words, and the states of a
 * sealed type carry their word in {@code state}.
 */
final class DomainModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    DomainModule() {
        super("studio-domain");
        addDeserializer(Instant.class, new InstantDeserializer());
        addText(Name.class, Name::of);
        addText(Uid.class, Uid::parse);
        addText(Digest.class, Digest::new);
        addText(StreamKey.class, StreamKey::parse);
        addText(VersionName.class, VersionName::of);
        addText(ServiceName.class, ServiceName::parse);
        addText(ContainerReference.class, ContainerReference::new);
        addText(ArchiveUrl.class, ArchiveUrl::new);
        addSerializer(Enum.class, new EnumSerializer());
        addSerializer(new SetSerializer());
        setDeserializerModifier(new WordsToEnums());
        Set<Class<?>> seen = new HashSet<>();
        StreamType.ALL.stream()
                .flatMap(type -> type.kinds().stream())
                .map(Kind::type)
                .forEach(type -> addStates(type, seen));
    }

    private <T> void addText(Class<T> type, Function<String, T> parse) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new TextDeserializer<>(type, parse));
        addKeyDeserializer(type, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return parse.apply(key);
            }
        });
    }

    private void addStates(Type generic, Set<Class<?>> seen) {
        if (generic instanceof ParameterizedType parameterized) {
            addStates(parameterized.getRawType(), seen);
            Arrays.stream(parameterized.getActualTypeArguments()).forEach(argument -> addStates(argument, seen));
        } else if (generic instanceof Class<?> type && seen.add(type)) {
            addStatesOf(type, seen);
        }
    }

    private void addStatesOf(Class<?> type, Set<Class<?>> seen) {
        if (type.isSealed()) {
            setMixInAnnotation(type, States.class);
            for (Class<?> state : StreamType.records(type)) {
                registerSubtypes(new NamedType(state, Word.of(state)));
                addStates(state, seen);
            }
        } else if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                addStates(component.getGenericType(), seen);
            }
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    private interface States {}

    private static final class TextDeserializer<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        TextDeserializer(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked") // Jackson checks that what a problem handler puts in place is of the type.
        protected T _deserialize(String value, DeserializationContext context) throws IOException {
            try {
                return parse.apply(value);
            } catch (IllegalArgumentException rule) {
                return (T) context.handleWeirdStringValue(handledType(), value, "%s", rule.getMessage());
            }
        }
    }

    /** A time is a text. Jackson's own takes numbers as well, and whoever means milliseconds would get the year 50000. */
    private static final class InstantDeserializer extends JsonDeserializer<Instant> {

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            String text = parser.getText();
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException none) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "must be a time");
            }
        }
    }

    @SuppressWarnings("rawtypes") // Jackson knows the raw type alone.
    private static final class EnumSerializer extends StdScalarSerializer<Enum> {

        private static final long serialVersionUID = 1L;

        EnumSerializer() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum constant, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(Word.of(constant));
        }
    }

    /** A set has no order of its own; sorted, the same set is always the same text. */
    private static final class SetSerializer extends StdSerializer<Set<?>> {

        private static final long serialVersionUID = 1L;

        SetSerializer() {
            super(Set.class, false);
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator generator, SerializerProvider provider) throws IOException {
            List<?> sorted = set.stream().sorted().toList();
            generator.writeStartArray(sorted, sorted.size());
            for (Object element : sorted) {
                provider.defaultSerializeValue(element, generator);
            }
            generator.writeEndArray();
        }
    }

    private static final class WordsToEnums extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> original) {
            return new EnumDeserializer(type.getRawClass().asSubclass(Enum.class));
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // The enum's type is known to Jackson alone.
    private static final class EnumDeserializer extends JsonDeserializer<Enum> {

        private final Class<? extends Enum> type;

        EnumDeserializer(Class<? extends Enum> type) {
            this.type = type;
        }

        @Override
        public Enum deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String word = parser.getValueAsString();
            try {
                return Word.parse((Class) type, word);
            } catch (IllegalArgumentException rule) {
                return (Enum) context.handleWeirdStringValue(type, word, "%s", rule.getMessage());
            }
        }
    }
}
