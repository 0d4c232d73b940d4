package studio.feed.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.feed.frame.Frame;

/** What was said and must be answered: decisions, the oldest first, and requests for certificates. Said again until it is. */
final class Unanswered {

    /** The most decisions that can wait for an answer. */
    static final int MAX_DECISIONS = 1_000;

    /** The most certificates that can be asked for at a time: a site has as many as it has access points, and its own. */
    static final int MAX_REQUESTS = 64;

    private static final int AT_ONCE = 32;
    private static final Duration AGAIN = Duration.ofSeconds(60);

    private final Map<Long, Frame.Decide> decisions = new TreeMap<>();
    private final Map<String, Frame.Csr> requests = new TreeMap<>();
    private Optional<Instant> due = Optional.empty();

    boolean decide(Frame.Decide decision) {
        if (decisions.size() >= MAX_DECISIONS) {
            return false;
        }
        decisions.put(decision.seq(), decision);
        due = Optional.of(Instant.MIN);
        return true;
    }

    /** One certificate more than there is room for waits until another has come. */
    void request(Frame.Csr csr) {
        boolean known = csr.equals(requests.get(csr.certificate()));
        if (!known && (requests.containsKey(csr.certificate()) || requests.size() < MAX_REQUESTS)) {
            requests.put(csr.certificate(), csr);
            due = Optional.of(Instant.MIN);
        }
    }

    void settled(String certificate) {
        requests.remove(certificate);
    }

    void answered(Frame.Decided decided) {
        if (decisions.remove(decided.seq()) != null && decisions.size() >= AT_ONCE) {
            due = Optional.of(Instant.MIN);
        }
    }

    void answered(Frame.Certificate certificate) {
        settled(certificate.certificate());
    }

    /** There is another session: nothing of it has been said there. */
    void forget() {
        due = decisions.isEmpty() && requests.isEmpty() ? Optional.empty() : Optional.of(Instant.MIN);
    }

    /** What is to be said now. */
    List<Frame.Up> take(Instant now) {
        List<Frame.Up> said = new ArrayList<>();
        if (due.filter(at -> !now.isBefore(at)).isPresent()) {
            decisions.values().stream().limit(AT_ONCE).forEach(said::add);
            said.addAll(requests.values());
            due = said.isEmpty() ? Optional.empty() : Optional.of(now.plus(AGAIN));
        }
        return said;
    }
}
