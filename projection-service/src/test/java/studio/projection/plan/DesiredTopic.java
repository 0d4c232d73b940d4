package studio.projection.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.assertj.core.groups.Tuple;
import studio.domain.backbone.InteriorSite;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.StreamKey;
import studio.domain.network.MemberSite;
import studio.domain.plan.Audience;
import studio.domain.plan.AudienceHead;
import studio.domain.plan.Document;
import studio.domain.plan.Item;
import studio.domain.plan.ItemsHash;
import studio.domain.plan.Planner;
import studio.schema.Desired;
import studio.schema.DesiredCodec;
import studio.schema.DesiredKey;
import studio.schema.Encoded;

/** Reads what is desired as a feed server does: record by record, the newest of each key, tombstones included. */
final class DesiredTopic {

    private final Map<String, Desired> newest = new TreeMap<>();
    private int records;

    /** The next record. */
    @SuppressWarnings("NullAway") // A tombstone has no value.
    void read(String key, Headers headers, byte[] value) {
        records++;
        DesiredKey parsed = DesiredKey.parse(key);
        if (value == null) {
            assertThat(newest.remove(key)).as("%s was there", key).isNotNull();
        } else {
            Desired desired = DesiredCodec.decode(Encoded.read(headers, value));
            assertThat(desired.key()).isEqualTo(parsed);
            newest.put(key, desired);
        }
        if (parsed.item().isEmpty()) {
            checkHead(parsed);
        }
    }

    /** Whoever has read to a head has all that it counts; of an audience that is gone nothing is left. */
    private void checkHead(DesiredKey key) {
        List<Item> items = items(key.stream(), key.audience());
        Optional<AudienceHead> head = head(key.stream(), key.audience());
        assertThat(head.map(AudienceHead::count).orElse(0L))
                .as("count of %s", key)
                .isEqualTo(items.size());
        assertThat(head.map(AudienceHead::hash).orElse(ItemsHash.EMPTY))
                .as("hash of %s", key)
                .isEqualTo(ItemsHash.of(items));
    }

    /** How many records there were. */
    int records() {
        return records;
    }

    /** The newest record of each key. */
    Map<String, Desired> newest() {
        return newest;
    }

    Optional<AudienceHead> head(StreamKey stream, String audience) {
        return Optional.ofNullable(
                        newest.get(DesiredKey.ofHead(stream, audience).toString()))
                .map(desired -> ((Desired.OfHead) desired).head());
    }

    List<Item> items(StreamKey stream, String audience) {
        String prefix = DesiredKey.ofItem(stream, audience, "").toString();
        List<Item> items = new ArrayList<>();
        for (Map.Entry<String, Desired> entry : newest.entrySet()) {
            if (entry.getKey().startsWith(prefix)) {
                items.add(((Desired.OfItem) entry.getValue()).item());
            }
        }
        items.sort(null);
        return items;
    }

    /** What each site of the stream receives is what the state of the stream says, cut down to that site. */
    void checkSites(EntityMap entities) {
        StreamKey stream = entities.stream();
        for (MemberSite site : entities.list(MemberSite.KIND)) {
            Stream<List<Item>> received = Document.audiences(
                            entities, site.meta().uid())
                    .stream()
                    .map(audience -> items(stream, audience.key()));
            assertThat(digests(Document.of(received)))
                    .as("document of %s in %s", site.meta().name(), stream)
                    .isEqualTo(digests(Document.of(entities, site.meta().uid())));
        }
        for (InteriorSite site : entities.list(InteriorSite.KIND)) {
            Audience audience = new Audience.OfInterior(site.meta().uid());
            assertThat(digests(items(stream, audience.key())))
                    .as("document of %s in %s", site.meta().name(), stream)
                    .isEqualTo(digests(Planner.plan(entities, audience)));
        }
    }

    private static List<Tuple> digests(List<Item> items) {
        return items.stream()
                .map(item -> Tuple.tuple(item.key(), item.digest(), item.spec(), item.previous()))
                .toList();
    }
}
