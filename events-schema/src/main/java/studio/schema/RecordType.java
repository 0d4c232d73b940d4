package studio.schema;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.StreamType;

/** Relates full names of Avro records to Java types. */
final class RecordType {

    private static final Map<String, Class<?>> BY_NAME = Stream.concat(
                    Stream.of(Batch.class), StreamType.ALL.stream().flatMap(RecordType::records))
            .distinct()
            .collect(Collectors.toUnmodifiableMap(RecordType::fullName, Function.identity()));

    private RecordType() {}

    private static Stream<Class<?>> records(StreamType<?, ?> type) {
        return Stream.concat(StreamType.records(type.events()).stream(), StreamType.records(type.commands()).stream());
    }

    /** The full name of the Avro record of that event or command. */
    static String fullName(Class<?> type) {
        boolean event = studio.domain.kernel.Event.class.isAssignableFrom(type);
        return (event ? Schemas.EVENTS : Schemas.COMMANDS) + type.getSimpleName();
    }

    /**
     * The Java type of that name, which must be of the given family.
     *
     * @throws IllegalArgumentException if there is none: a newer version wrote the record, or it is none of ours
     */
    static <F> Class<? extends F> of(String fullName, Class<F> family) {
        Class<?> type = BY_NAME.get(fullName);
        if (type == null || !family.isAssignableFrom(type)) {
            throw new IllegalArgumentException("'" + fullName + "' is no " + family.getSimpleName() + " known here");
        }
        return type.asSubclass(family);
    }
}
