package studio.domain.property;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import studio.domain.kernel.Command;
import studio.domain.kernel.Event;
import studio.domain.property.Moves.Move;
import studio.domain.spec.LiveStream;

/** Plays histories. */
final class History {

    private History() {}

    /**
     * Plays the moves of those numbers into an empty stream and, after each of them, checks a law.
     *
     * @throws AssertionError if the law or one of the stream's own checks fails; names the moves that led there
     */
    static <C extends Command, E extends Event> LiveStream<C, E> play(
            Moves<C, E> moves, List<Integer> numbers, BiConsumer<LiveStream<C, E>, Move<C>> law) {
        LiveStream<C, E> stream = new LiveStream<>(moves.type(), moves.stream());
        List<Move<C>> played = new ArrayList<>();
        for (int number : numbers) {
            stream.pass(moves.pause(number));
            Move<C> move = moves.move(number, stream);
            played.add(move);
            try {
                stream.submit(move.actor(), move.command());
                law.accept(stream, move);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(e.getMessage() + "\nafter\n" + lines(played), e);
            }
        }
        return stream;
    }

    /** Plays a history and checks nothing but what the stream itself does. */
    static <C extends Command, E extends Event> LiveStream<C, E> play(Moves<C, E> moves, List<Integer> numbers) {
        return play(moves, numbers, (stream, move) -> {});
    }

    private static <C extends Command> String lines(List<Move<C>> moves) {
        return moves.stream()
                .map(move -> move.actor().name() + " gives " + move.command())
                .collect(Collectors.joining("\n"));
    }
}
