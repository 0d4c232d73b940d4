package studio.agent.member;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.agent.feed.Feed;
import studio.domain.kernel.Uid;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;

/** Says to the feed what is new, and asks for certificates now and then. */
final class Saying {

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Feed feed;
    private Map<String, ItemStatus> said = Map.of();
    private final Map<Uid, Instant> asked = new HashMap<>();

    Saying(Feed feed) {
        this.feed = feed;
    }

    /** How all items do; what was said before is not said again. */
    void statuses(List<ItemStatus> statuses) {
        Map<String, ItemStatus> now = new HashMap<>();
        List<ItemStatus> changed = new ArrayList<>();
        for (ItemStatus status : statuses) {
            now.put(status.key(), status);
            if (!status.equals(said.get(status.key()))) {
                changed.add(status);
            }
        }
        Set<String> gone = new HashSet<>(said.keySet());
        gone.removeAll(now.keySet());
        if (!changed.isEmpty() || !gone.isEmpty()) {
            feed.status(changed, gone);
        }
        said = now;
    }

    /** Requests for certificates that are wanted. */
    void requests(Map<Uid, String> requests, Instant now) {
        asked.keySet().retainAll(requests.keySet());
        requests.forEach((certificate, request) -> {
            Instant last = asked.getOrDefault(certificate, Instant.MIN);
            if (last.equals(Instant.MIN) || !now.isBefore(last.plus(AGAIN))) {
                feed.request(new Frame.Csr(certificate.toString(), request));
                asked.put(certificate, now);
            }
        });
    }
}
