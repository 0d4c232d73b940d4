package studio.projection.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;

/**
 * A column of an entity's table. Values travel as text, which PostgreSQL casts: a row of an array parameter can be an array then.
 *
 * @param name the column's name
 * @param type its type in PostgreSQL
 * @param text its value for an entity of a stream
 * @param <S>  the entity's type
 */
record Column<S extends Entity>(String name, String type, BiFunction<StreamKey, S, Optional<String>> text) {

    static <S extends Entity> Column<S> text(String name, Function<S, String> value) {
        return new Column<>(name, "text", (stream, entity) -> Optional.of(value.apply(entity)));
    }

    static <S extends Entity> Column<S> optionalText(String name, Function<S, Optional<String>> value) {
        return new Column<>(name, "text", (stream, entity) -> value.apply(entity));
    }

    static <S extends Entity> Column<S> uid(String name, Function<S, Object> value) {
        return new Column<>(
                name,
                "uuid",
                (stream, entity) -> Optional.of(value.apply(entity).toString()));
    }

    static <S extends Entity> Column<S> time(String name, Function<S, Instant> value) {
        return optionalTime(name, entity -> Optional.of(value.apply(entity)));
    }

    static <S extends Entity> Column<S> optionalTime(String name, Function<S, Optional<Instant>> value) {
        return new Column<>(
                name, "timestamptz", (stream, entity) -> value.apply(entity).map(Instant::toString));
    }

    static <S extends Entity> Column<S> integer(String name, Function<S, Integer> value) {
        return optionalInteger(name, entity -> Optional.of(value.apply(entity)));
    }

    static <S extends Entity> Column<S> optionalInteger(String name, Function<S, Optional<Integer>> value) {
        return new Column<>(
                name, "integer", (stream, entity) -> value.apply(entity).map(String::valueOf));
    }

    static <S extends Entity> Column<S> number(String name, Function<S, Long> value) {
        return optionalNumber(name, entity -> Optional.of(value.apply(entity)));
    }

    static <S extends Entity> Column<S> optionalNumber(String name, Function<S, Optional<Long>> value) {
        return new Column<>(
                name, "bigint", (stream, entity) -> value.apply(entity).map(String::valueOf));
    }

    static <S extends Entity> Column<S> flag(String name, Predicate<S> value) {
        return new Column<>(name, "boolean", (stream, entity) -> Optional.of(String.valueOf(value.test(entity))));
    }

    static <S extends Entity> Column<S> array(String name, Function<S, ? extends Collection<?>> values) {
        return new Column<>(name, "text[]", (stream, entity) -> Optional.of(array(values.apply(entity))));
    }

    /** The users among some owners, in the column {@code whose_users}. */
    static <S extends Entity> Column<S> users(String whose, Function<S, Owners> owners) {
        return array(whose + "_users", entity -> owners.apply(entity).users());
    }

    /** The groups among some owners, in the column {@code whose_groups}. */
    static <S extends Entity> Column<S> groups(String whose, Function<S, Owners> owners) {
        return array(whose + "_groups", entity -> owners.apply(entity).groups());
    }

    /** An array's literal, sorted, because a set has no order of its own. Quoted: a user may be called null. */
    static String array(Collection<?> values) {
        return values.stream()
                .map(value -> '"' + value.toString() + '"')
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }
}
