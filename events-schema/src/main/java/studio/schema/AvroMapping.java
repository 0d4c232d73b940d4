package studio.schema;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import studio.domain.StreamType;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.library.ArchiveUrl;
import studio.domain.library.ContainerReference;
import studio.domain.library.ServiceName;
import studio.domain.library.VersionName;
import studio.domain.network.Deployment;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.ItemsHash;

/**
 * Relates Java records to Avro records by their components' names. An {@code Optional} is a union with null, a set is a sorted
 * array, an instant has microseconds, what is one text in the domain is a string, and bytes that nobody here understands are a read-only
 * buffer. One of several records is a record with a field for each of them, of which one is there.
 */
public final class AvroMapping {

    private static final Map<Class<?>, Function<String, Object>> FROM_TEXT = Map.of(
            String.class, text -> text,
            Name.class, Name::of,
            Uid.class, Uid::parse,
            Digest.class, Digest::new,
            EntityKey.class, EntityKey::parse,
            StreamKey.class, StreamKey::parse,
            VersionName.class, VersionName::of,
            ServiceName.class, ServiceName::parse,
            ContainerReference.class, ContainerReference::new,
            ArchiveUrl.class, ArchiveUrl::new);

    /** The types of which there is one of several records. */
    private static final List<Class<?>> CHOICES = List.of(ItemSpec.class, Deployment.Verdict.class);

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private AvroMapping() {}

    /** The Avro record of that schema with the Java record's components. */
    public static GenericRecord toAvro(Record value, Schema schema) {
        GenericData.Record target = new GenericData.Record(schema);
        copy(value, target);
        return target;
    }

    /** Copies the Java record's components into the fields of those names. */
    static void copy(Record value, GenericRecord target) {
        for (RecordComponent component : SHAPES.get(value.getClass()).components()) {
            Schema.Field field = target.getSchema().getField(component.getName());
            if (field == null) {
                throw new IllegalStateException(
                        target.getSchema().getFullName() + " has no field for " + component.getName());
            }
            put(read(component, value), target, field);
        }
    }

    private static void put(Object value, GenericRecord target, Schema.Field field) {
        if (value instanceof Optional<?> optional) {
            // What is absent stays null, as every field of a new record is.
            Schema branch = field.schema().getTypes().get(1);
            optional.ifPresent(present -> target.put(field.pos(), valueToAvro(present, branch)));
        } else {
            target.put(field.pos(), valueToAvro(value, field.schema()));
        }
    }

    private static Object valueToAvro(Object value, Schema schema) {
        return switch (schema.getType()) {
            case RECORD ->
                CHOICES.stream().anyMatch(choice -> choice.isInstance(value))
                        ? oneOf(value, schema)
                        : toAvro((Record) value, schema);
            case ENUM -> new GenericData.EnumSymbol(schema, ((Enum<?>) value).name());
            case ARRAY -> elementsToAvro((Collection<?>) value, schema);
            case FIXED -> new GenericData.Fixed(schema, bytes(value));
            case STRING -> value.toString();
            case LONG -> value instanceof Instant instant ? micros(instant) : value;
            case INT, BOOLEAN, BYTES -> value;
            case DOUBLE, FLOAT, MAP, NULL, UNION ->
                throw new IllegalStateException("no record of ours has a field of type " + schema);
        };
    }

    /** The Avro record of that schema, which has a field for each of several records, with the one that the value is. */
    static GenericRecord oneOf(Object value, Schema schema) {
        Schema.Field field = schema.getField(field(value.getClass()));
        if (field == null) {
            throw new IllegalStateException(schema.getFullName() + " has no field for a " + value.getClass());
        }
        GenericData.Record target = new GenericData.Record(schema);
        target.put(field.pos(), toAvro((Record) value, field.schema().getTypes().get(1)));
        return target;
    }

    /**
     * The one of several records that the Avro record has.
     *
     * @throws IllegalArgumentException if it has none, or several, or a value breaks a rule of the domain
     */
    static <T> T oneOf(GenericRecord record, Class<T> choice) {
        List<Class<?>> present = StreamType.records(choice).stream()
                .filter(type -> record.hasField(field(type)) && record.get(field(type)) != null)
                .toList();
        if (present.size() != 1) {
            throw new IllegalArgumentException(record.getSchema().getFullName() + " has "
                    + (present.isEmpty() ? "nothing that is known here" : "several"));
        }
        Class<?> type = present.getFirst();
        return choice.cast(fromAvro((GenericRecord) record.get(field(type)), type));
    }

    private static String field(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static byte[] bytes(Object hash) {
        return switch (hash) {
            case Digest digest -> HexFormat.of().parseHex(digest.hex());
            case ItemsHash items -> items.bytes();
            case Object other -> throw new IllegalStateException("no hash of ours is a " + other.getClass());
        };
    }

    private static List<Object> elementsToAvro(Collection<?> values, Schema schema) {
        // A set has no order of its own; sorted, the same set always has the same bytes.
        Collection<?> ordered =
                values instanceof Set<?> ? values.stream().sorted().toList() : values;
        List<Object> elements = new GenericData.Array<>(ordered.size(), schema);
        ordered.forEach(value -> elements.add(valueToAvro(value, schema.getElementType())));
        return elements;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /**
     * The Java record of that type with the Avro record's fields; fields that the type does not have are left out.
     *
     * @throws IllegalArgumentException if a value breaks a rule of the domain
     */
    public static <R> R fromAvro(GenericRecord record, Class<R> type) {
        Shape shape = SHAPES.get(type);
        List<Object> arguments = new ArrayList<>(shape.components().size());
        for (RecordComponent component : shape.components()) {
            arguments.add(valueFromAvro(record.get(component.getName()), component.getGenericType()));
        }
        return type.cast(shape.construct(arguments));
    }

    private static Object valueFromAvro(Object value, Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type inner = parameterized.getActualTypeArguments()[0];
            Class<?> outer = (Class<?>) parameterized.getRawType();
            return outer == Optional.class
                    ? Optional.ofNullable(value).map(present -> valueFromAvro(present, inner))
                    : elementsFromAvro((Collection<?>) value, outer, inner);
        }
        Class<?> target = (Class<?>) type;
        return switch (value) {
            case GenericRecord nested -> CHOICES.contains(target) ? oneOf(nested, target) : fromAvro(nested, target);
            case GenericData.EnumSymbol symbol -> constant(symbol, target);
            case GenericFixed fixed when target == ItemsHash.class -> ItemsHash.of(fixed.bytes());
            case GenericFixed fixed -> Digest.of(fixed.bytes());
            case ByteBuffer bytes -> bytes.asReadOnlyBuffer();
            case CharSequence text -> fromText(text.toString(), target);
            case Long number when target == Instant.class -> Instant.EPOCH.plus(number, ChronoUnit.MICROS);
            case Long number -> number;
            case Integer number -> number;
            case Boolean flag -> flag;
            case Object other -> throw new IllegalStateException("no record of ours has a " + other.getClass());
        };
    }

    private static Object fromText(String text, Class<?> target) {
        Function<String, Object> reader = FROM_TEXT.get(target);
        if (reader == null) {
            throw new IllegalStateException("nobody said how to read a " + target.getName() + " from text");
        }
        return reader.apply(text);
    }

    private static Object elementsFromAvro(Collection<?> values, Class<?> outer, Type inner) {
        Collection<Object> elements = outer == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
        values.forEach(value -> elements.add(valueFromAvro(value, inner)));
        return outer == Set.class ? Set.copyOf(elements) : List.copyOf(elements);
    }

    private static Object constant(GenericData.EnumSymbol symbol, Class<?> target) {
        for (Object constant : target.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(symbol.toString())) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                symbol + " of " + symbol.getSchema().getFullName() + " was written by a newer version");
    }

    private static Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("component " + component + " cannot be read", e);
        }
    }

    /** A record type's components and constructor, looked up once. */
    private record Shape(List<RecordComponent> components, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            if (components == null) {
                throw new IllegalStateException(type + " is not a record");
            }
            Class<?>[] parameters = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                parameters[i] = components[i].getType();
                components[i].getAccessor().setAccessible(true);
            }
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(parameters);
                constructor.setAccessible(true);
                return new Shape(List.of(components), constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has its canonical constructor", e);
            }
        }

        Object construct(List<Object> arguments) {
            try {
                return constructor.newInstance(arguments.toArray());
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException rule) {
                    throw rule;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InstantiationException | IllegalAccessException e) {
                throw new IllegalStateException(constructor + " cannot be called", e);
            }
        }
    }
}
