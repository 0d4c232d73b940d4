package studio.domain.property;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Event;
import studio.domain.spec.LiveStream;

/**
 * Makes up what happens next to a stream. A move follows from one number and the stream's state, so that a list of numbers is a
 * history: it can be written down, shortened and played again.
 *
 * @param <C> the stream's commands
 * @param <E> the stream's events
 */
interface Moves<C extends Command, E extends Event> {

    /** The type of stream that the moves are for. */
    StreamType<C, E> type();

    /** The name of the stream that they are played into. */
    String stream();

    /** Some command, often a sensible one. */
    C command(RandomGenerator random, LiveStream<C, E> stream);

    /** Somebody who may give that command. */
    Actor giver(C command, LiveStream<C, E> stream);

    /** Somebody at all. */
    Actor anybody(RandomGenerator random, LiveStream<C, E> stream);

    /** How long it was quiet before the move of that number: every other one comes in the same millisecond as the one before it. */
    default Duration pause(int number) {
        return Duration.ofMillis(number & 1);
    }

    /** The move of that number: four times in five by somebody who may. */
    default Move<C> move(int number, LiveStream<C, E> stream) {
        RandomGenerator random = random(number);
        C command = command(random, stream);
        Actor actor = random.nextInt(5) > 0 ? giver(command, stream) : anybody(random, stream);
        return new Move<>(actor, command);
    }

    /** Random values that follow from that number; even neighbours have nothing in common. */
    static RandomGenerator random(long number) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(number);
    }

    /** One of these. */
    static <T> T oneOf(RandomGenerator random, List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    /** A command and who gives it. */
    record Move<C extends Command>(Actor actor, C command) {}
}
