package studio.domain.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ObjectAssert;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Event;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Uid;

/**
 * Given what happened, when somebody gives a command, then these events follow or it is rejected:
 *
 * <pre>{@code
 * StreamSpec.of(StreamType.USER, "alice")
 *         .given(ADMIN, new RegisterUser(Set.of(), Set.of()))
 *         .when(ADMIN, new SuspendUser("left"))
 *         .then(new UserSuspended("left"))
 * }</pre>
 *
 * @param <C> the stream's commands
 * @param <E> the stream's events
 */
public final class StreamSpec<C extends Command, E extends Event> {

    /** Stands in an expected event for a uid that the command made. */
    public static final Uid ANY_UID = new Uid(new UUID(0, 0));

    private final LiveStream<C, E> stream;

    private StreamSpec(LiveStream<C, E> stream) {
        this.stream = stream;
    }

    /** A spec that begins with an empty stream of that type and name. */
    public static <C extends Command, E extends Event> StreamSpec<C, E> of(StreamType<C, E> type, String name) {
        return new StreamSpec<>(new LiveStream<>(type, name));
    }

    /** The stream. */
    public LiveStream<C, E> stream() {
        return stream;
    }

    /** These commands by that actor were accepted. */
    @SafeVarargs
    public final StreamSpec<C, E> given(Actor actor, C... commands) {
        for (C command : commands) {
            Decision<E> decision = stream.submit(actor, command);
            assertThat(decision).as("given %s", command).isInstanceOf(Decision.Accepted.class);
        }
        return this;
    }

    /** These events happened, whoever asked for them. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final StreamSpec<C, E> happened(E... events) {
        stream.append(List.of(events));
        return this;
    }

    /** Time passed. */
    public StreamSpec<C, E> later(Duration time) {
        stream.pass(time);
        return this;
    }

    /** The time of the next command. */
    public Instant now() {
        return stream.now();
    }

    /** That actor gives that command. */
    public Outcome when(Actor actor, C command) {
        Decision<E> decision = stream.submit(actor, command);
        assertThat(stream.replayed().asMap())
                .as("replay")
                .isEqualTo(stream.entities().asMap());
        return new Outcome(decision);
    }

    /** The entity of that kind and name, which there is. */
    public <S extends Entity> S get(Kind<S> kind, String name) {
        return stream.entities().get(kind, Name.of(name));
    }

    /** The uid of the entity of that kind and name. */
    public Uid uid(Kind<?> kind, String name) {
        return get(kind, name).meta().uid();
    }

    /** How a command was answered, and what is true afterwards. */
    public final class Outcome {

        private final Decision<E> decision;

        private Outcome(Decision<E> decision) {
            this.decision = decision;
        }

        /** Exactly these events happened; none means that the command was accepted and asked for what already is. */
        @SafeVarargs
        @SuppressWarnings("varargs") // only read
        public final Outcome then(E... events) {
            assertThat(events()).usingElementComparator(StreamSpec::compare).containsExactlyElementsOf(List.of(events));
            return this;
        }

        /** The command was accepted. */
        public List<E> events() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return ((Decision.Accepted<E>) decision).events();
        }

        /** The command was rejected for that reason. */
        public Rejection thenRejected(Rejection.Reason reason) {
            assertThat(decision).isInstanceOf(Decision.Rejected.class);
            Rejection rejection = ((Decision.Rejected<E>) decision).rejection();
            assertThat(rejection.reason()).as(rejection.detail()).isEqualTo(reason);
            return rejection;
        }

        /** The command was rejected for that reason, because of that field. */
        public Rejection thenRejected(Rejection.Reason reason, String field) {
            Rejection rejection = thenRejected(reason);
            assertThat(rejection.field()).hasValue(field);
            return rejection;
        }

        /** What is true of the entity of that kind and name now. */
        public <S extends Entity> ObjectAssert<S> and(Kind<S> kind, String name) {
            return assertThat(get(kind, name)).as("%s", kind.key(Name.of(name)));
        }

        /** There is no entity of that kind any more, or none of these names. */
        public Outcome andNo(Kind<?> kind, String... names) {
            List<String> left = stream.entities().list(kind).stream()
                    .map(entity -> entity.meta().name())
                    .filter(name -> names.length == 0 || List.of(names).contains(name))
                    .toList();
            assertThat(left).as(kind.label()).isEmpty();
            return this;
        }
    }

    private static <E extends Event> int compare(E actual, E expected) {
        boolean same = actual.getClass() == expected.getClass()
                && Arrays.stream(actual.getClass().getRecordComponents())
                        .allMatch(component -> matches(value(component, actual), value(component, expected)));
        return same ? 0 : 1;
    }

    private static boolean matches(Object actual, Object expected) {
        return expected.equals(ANY_UID) || expected.equals(actual);
    }

    private static Object value(RecordComponent component, Event event) {
        try {
            component.getAccessor().setAccessible(true);
            return Optional.ofNullable(component.getAccessor().invoke(event)).orElseThrow();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component + " of " + event + " can't be read", e);
        }
    }
}
