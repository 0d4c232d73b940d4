package studio.feed.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.feed.document.Document;
import studio.feed.frame.Frame;
import studio.feed.frame.Problem;

/** When a site tries again. */
class ClientSessionTest {

    private static final int FAILURES = 8;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final ClientSession session = new ClientSession(
            new ClientSession.Start("boot", Set.of(), Document.EMPTY, List.of(), false),
            item -> Optional.empty(),
            new Random(1));
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    /** The number of the next attempt, if there is one in that time. */
    private Optional<Long> attempt(Duration within) {
        Instant end = now.plus(within);
        while (now.isBefore(end)) {
            now = now.plusMillis(100);
            for (Output output : session.tick(now)) {
                if (output instanceof Output.Connect connect) {
                    return Optional.of(connect.connection());
                }
            }
        }
        return Optional.empty();
    }

    @Test
    void shouldTryAgainSoonWhenThereMayBeAWay() {
        for (int i = 0; i < FAILURES; i++) {
            session.disconnected(attempt(LONGEST).orElseThrow(), now);
        }

        session.hurry(now);

        assertThat(attempt(Duration.ofMillis(1_100))).contains(FAILURES + 1L);
    }

    @Test
    void shouldNotTrySoonerThanItWasTold() {
        long connection = attempt(LONGEST).orElseThrow();
        session.connected(connection, now);
        session.receive(connection, new Frame.Refused(new Problem("too-many", "wait"), 60_000), now);

        session.hurry(now);

        assertThat(attempt(Duration.ofSeconds(59))).isEmpty();
        assertThat(attempt(LONGEST)).isPresent();
    }
}
