package studio.projection.feed;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.plan.SiteStatus;
import studio.domain.plan.SiteStatus.ItemStatus;
import studio.schema.Encoded;
import studio.schema.StatusCodec;
import studio.schema.StatusCodec.StoredStatus;

/**
 * How all sites do, as the status topic says, and of each endpoint how many do how. Counting costs what one site's status has; asking
 * costs nothing. Written by one thread, read by any.
 */
@Singleton
public class Statuses {

    private static final Logger LOGGER = LoggerFactory.getLogger(Statuses.class);
    private static final String OTHERS = "";

    private final Map<String, Kept> sites = new ConcurrentHashMap<>();
    private final Map<Subject, Map<String, Tally>> tallies = new ConcurrentHashMap<>();

    private record Kept(StoredStatus stored, String writer) {}

    /** An item of a network or backbone. */
    private record Subject(StreamKey stream, String key) {}

    /**
     * A site's last status.
     *
     * @param stream of its network or backbone
     * @param site   the site
     * @param writer the instance that wrote it
     */
    public record Last(StreamKey stream, Uid site, String writer) {}

    /**
     * How an item does at the sites that were sent it.
     *
     * @param sent     sites that know of it
     * @param applied  of these, where it is applied
     * @param declined of these, where it was declined
     * @param failed   of these, where it does not work
     */
    public record Tally(long sent, long applied, long declined, long failed) {

        /** Nobody has said anything. */
        public static final Tally NONE = new Tally(0, 0, 0, 0);

        private static Tally of(ItemStatus item) {
            return switch (item.progress()) {
                case PROPOSED, ACCEPTED, APPLYING -> new Tally(1, 0, 0, 0);
                case APPLIED, OBSERVED -> new Tally(1, 1, 0, 0);
                case DECLINED -> new Tally(1, 0, 1, 0);
                case FAILED -> new Tally(1, 0, 0, 1);
            };
        }

        private Tally plus(Tally other, long times) {
            return new Tally(
                    sent + times * other.sent,
                    applied + times * other.applied,
                    declined + times * other.declined,
                    failed + times * other.failed);
        }
    }

    /**
     * How all sites of a network or backbone do together.
     *
     * @param sites  how many have said something
     * @param tally  how their items do
     * @param oldest when the one of them that was silent longest said how far it is
     */
    public record Total(long sites, Tally tally, Optional<Instant> oldest) {

        private static final Total NONE = new Total(0, Tally.NONE, Optional.empty());

        private Total plus(SiteStatus status) {
            Tally more = status.items().stream().map(Tally::of).reduce(tally, (some, others) -> some.plus(others, 1));
            Instant at = status.acknowledgedAt();
            return new Total(
                    sites + 1, more, Optional.of(oldest.filter(at::isAfter).orElse(at)));
        }
    }

    /** A record of the topic. */
    Optional<Last> read(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null ? removed(record.key()) : Optional.of(put(record));
        } catch (IllegalArgumentException unreadable) {
            LOGGER.atError()
                    .addKeyValue("key", record.key())
                    .setCause(unreadable)
                    .log("a status cannot be read and is left out");
            return Optional.empty();
        }
    }

    private Last put(ConsumerRecord<String, byte[]> record) {
        StoredStatus stored = StatusCodec.decode(Encoded.read(record.headers(), record.value()));
        Header header = record.headers().lastHeader(UplinkWriter.WRITER);
        String writer = header == null ? OTHERS : new String(header.value(), StandardCharsets.UTF_8);
        count(
                Optional.ofNullable(sites.put(stored.key(), new Kept(stored, writer)))
                        .map(Kept::stored),
                -1);
        count(Optional.of(stored), 1);
        return new Last(stored.stream(), stored.status().site(), writer);
    }

    private Optional<Last> removed(String key) {
        Optional<Kept> kept = Optional.ofNullable(sites.remove(key));
        count(kept.map(Kept::stored), -1);
        return kept.map(
                was -> new Last(was.stored().stream(), was.stored().status().site(), was.writer()));
    }

    private void count(Optional<StoredStatus> stored, long times) {
        stored.ifPresent(present -> present.status().items().forEach(item -> {
            Map<String, Tally> byDigest =
                    new HashMap<>(tallies.getOrDefault(new Subject(present.stream(), item.key()), Map.of()));
            byDigest.merge(digest(item), Tally.NONE.plus(Tally.of(item), times), (some, more) -> some.plus(more, 1));
            byDigest.values().removeIf(Tally.NONE::equals);
            if (byDigest.isEmpty()) {
                tallies.remove(new Subject(present.stream(), item.key()));
            } else {
                tallies.put(new Subject(present.stream(), item.key()), Map.copyOf(byDigest));
            }
        }));
    }

    /** What waits for a decision or was declined is what is wanted now; what is held may be older. */
    private static String digest(ItemStatus item) {
        return switch (item.progress()) {
            case PROPOSED, DECLINED -> OTHERS;
            case ACCEPTED, APPLYING, APPLIED, OBSERVED, FAILED -> item.digest();
        };
    }

    /** How that version of an item does. */
    public Tally tally(StreamKey stream, String key, String digest) {
        Map<String, Tally> byDigest = tallies.getOrDefault(new Subject(stream, key), Map.of());
        return byDigest.getOrDefault(digest, Tally.NONE).plus(byDigest.getOrDefault(OTHERS, Tally.NONE), 1);
    }

    /** How the sites of that network or backbone do. Costs as much as all sites have. */
    public Total total(StreamKey stream) {
        return totals().getOrDefault(stream, Total.NONE);
    }

    /** The same of all networks and backbones. */
    public Map<StreamKey, Total> totals() {
        Map<StreamKey, Total> totals = new HashMap<>();
        sites.values()
                .forEach(kept -> totals.merge(
                        kept.stored().stream(),
                        Total.NONE.plus(kept.stored().status()),
                        (some, more) -> some.plus(kept.stored().status())));
        return totals;
    }

    /** How many of those who were sent an item have not applied any of these versions of it. */
    long behind(StreamKey stream, String key, Set<String> digests) {
        return tallies.getOrDefault(new Subject(stream, key), Map.of()).entrySet().stream()
                .mapToLong(each -> digests.contains(each.getKey())
                        ? each.getValue().sent() - each.getValue().applied()
                        : each.getValue().sent())
                .sum();
    }

    /** The last status of a site. */
    public Optional<SiteStatus> find(StreamKey stream, Uid site) {
        return find(StoredStatus.key(stream, site));
    }

    Optional<SiteStatus> find(String key) {
        return Optional.ofNullable(sites.get(key)).map(kept -> kept.stored().status());
    }

    /** All that there is, by whom it was written. */
    List<Last> all() {
        return sites.values().stream()
                .map(kept ->
                        new Last(kept.stored().stream(), kept.stored().status().site(), kept.writer()))
                .toList();
    }
}
