package studio.domain.property;

import static studio.domain.property.Moves.oneOf;
import static studio.domain.spec.Actors.names;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;

/** Picks for moves. */
final class Picks {

    /** The uid of nothing. */
    static final Uid NONE = new Uid(new UUID(0, 0));

    private Picks() {}

    /** That or nothing. */
    static <T> Optional<T> maybe(RandomGenerator random, T value) {
        return Optional.of(value).filter(present -> random.nextBoolean());
    }

    /** One or two of these. */
    static Set<Name> some(RandomGenerator random, List<Name> names) {
        return Stream.of(oneOf(random, names), oneOf(random, names)).collect(Collectors.toUnmodifiableSet());
    }

    /** Mostly the name of something that there is. */
    static Name name(RandomGenerator random, Entities entities, Kind<?> kind, List<Name> names) {
        List<Name> present = entities.list(kind).stream()
                .map(entity -> Name.of(entity.meta().name()))
                .toList();
        return oneOf(random, present.isEmpty() || random.nextInt(8) == 0 ? names : present);
    }

    /** Mostly the uid of something that there is. */
    static Uid uid(RandomGenerator random, Entities entities, Kind<? extends Entity> kind) {
        List<Uid> present =
                entities.list(kind).stream().map(entity -> entity.meta().uid()).toList();
        return present.isEmpty() || random.nextInt(16) == 0 ? NONE : oneOf(random, present);
    }
}
