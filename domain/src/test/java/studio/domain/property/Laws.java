package studio.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import studio.domain.StreamType;
import studio.domain.certificate.CertificateCommand.RenewCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Event;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Timer;
import studio.domain.kernel.Uid;
import studio.domain.property.Moves.Move;
import studio.domain.spec.LiveStream;

/** What holds of every stream after every move. */
final class Laws {

    private Laws() {}

    /** Giving a command again asks for what already is, or is refused. */
    static <C extends Command, E extends Event> void checkSecondTimeDoesNothing(LiveStream<C, E> stream, Move<C> move) {
        Decision<E> again = answer(stream, move.actor(), move.command());
        if (again instanceof Decision.Accepted<E> accepted) {
            assertThat(accepted.events())
                    .as("events of %s given again", move.command())
                    .isEmpty();
        }
    }

    /** Whoever has nothing to do with the stream is refused, and told the same whether or not it exists. */
    static <C extends Command, E extends Event> void checkStrangerLearnsNothing(LiveStream<C, E> stream, Move<C> move) {
        LiveStream<C, E> absent = new LiveStream<>(
                stream.type(), stream.entities().stream().name().value());
        Decision<E> decision = answer(stream, BackboneMoves.STRANGER, move.command());
        assertThat(decision).isInstanceOf(Decision.Rejected.class);
        assertThat(((Decision.Rejected<E>) decision).rejection().reason())
                .isIn(Rejection.Reason.NOT_FOUND, Rejection.Reason.FORBIDDEN);
        assertThat(decision).isEqualTo(answer(absent, BackboneMoves.STRANGER, move.command()));
    }

    /**
     * A timer that is due does something, and only to the entity that set it. A renewal alone may find that it would gain nothing,
     * since the successor would end no later: that depends on other entities, and is seen when it is due.
     */
    static <C extends Command, E extends Event> void checkTimers(LiveStream<C, E> stream, Move<C> move) {
        StreamType<C, E> type = stream.type();
        stream.entities().forEach(entity -> {
            List<Timer> timers = type.decider().timers(entity);
            assertThat(timers).extracting(Timer::name).doesNotHaveDuplicates();
            for (Timer timer : timers) {
                C command = type.commands().cast(timer.command());
                Instant due = timer.due().isAfter(stream.now()) ? timer.due() : stream.now();
                Decision<E> decision = answer(stream, Actor.TIMER, command, due);
                assertThat(decision).as("%s is due", timer).isInstanceOf(Decision.Accepted.class);
                List<E> events = ((Decision.Accepted<E>) decision).events();
                if (events.isEmpty() && command instanceof RenewCertificate) {
                    continue;
                }
                assertThat(events)
                        .extracting(event -> event.subject(stream.entities().stream()))
                        .as("first what %s is for, then what follows from that", timer)
                        .startsWith(entity.key());
            }
        });
    }

    private static <C extends Command, E extends Event> Decision<E> answer(
            LiveStream<C, E> stream, Actor actor, C command) {
        return answer(stream, actor, command, stream.now());
    }

    private static <C extends Command, E extends Event> Decision<E> answer(
            LiveStream<C, E> stream, Actor actor, C command, Instant now) {
        Facts facts = new Facts(now, new IdSource("again", now), actor);
        return Decision.unless(
                stream.type().decider().authorise(command, stream.entities(), actor),
                () -> stream.type().decider().decide(command, stream.entities(), facts));
    }

    /** Watches a stream: no uid ever names two objects. */
    static final class Incarnations {

        private final Map<Uid, EntityKey> known = new HashMap<>();
        private Set<Uid> present = Set.of();
        private final Predicate<Entity> ofItsOwn;

        /** All entities have uids of their own. */
        Incarnations() {
            this(entity -> true);
        }

        /** Those that meet the condition have. */
        Incarnations(Predicate<Entity> ofItsOwn) {
            this.ofItsOwn = ofItsOwn;
        }

        void check(LiveStream<?, ?> stream) {
            Map<Uid, EntityKey> now = stream.entities().asMap().values().stream()
                    .filter(ofItsOwn)
                    .collect(Collectors.toMap(entity -> entity.meta().uid(), Entity::key));
            now.forEach((uid, key) -> {
                assertThat(known.getOrDefault(uid, key))
                        .as("object of uid %s", uid)
                        .isEqualTo(key);
                assertThat(present.contains(uid) || !known.containsKey(uid))
                        .as("%s is not used again", uid)
                        .isTrue();
            });
            known.putAll(now);
            present = now.keySet();
        }
    }
}
