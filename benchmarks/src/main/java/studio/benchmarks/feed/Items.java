package studio.benchmarks.feed;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import studio.domain.plan.ItemsHash;
import studio.feed.document.Shelf;
import studio.feed.document.Update;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Head;
import studio.feed.source.AudienceStore;
import studio.feed.source.Subject;

/** Made-up items of about the size of real ones. */
final class Items {

    static final String NETWORK = "network";
    static final String CLASS = "class/0190aaaa-0000-7000-8000-000000000001";

    private static final int SPEC_BYTES = 300;
    private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");

    private Items() {}

    /** The audience of one site, as long as a real one. */
    static String site(int number) {
        return String.format("site/0190bbbb-0000-7000-8000-%012d", number);
    }

    static FeedItem item(String audience, String key) {
        byte[] spec = new byte[SPEC_BYTES];
        RANDOM.nextBytes(spec);
        String digest = "i1:" + ItemsHash.of(key, String.valueOf(RANDOM.nextLong()));
        return new FeedItem(
                audience,
                key,
                "PROCESS",
                digest,
                ByteBuffer.wrap(spec),
                List.of(),
                "0190cccc-0000-7000-8000-000000000001");
    }

    /** A change of those keys of an audience, which is on that shelf so far. */
    static Update update(Shelf before, long version, List<String> document, String... keys) {
        String audience = before.head().audience();
        List<FeedItem> items = Stream.of(keys).map(key -> item(audience, key)).toList();
        Head wanted = new Head(audience, version, 0, ItemsHash.EMPTY, document);
        return new Update(before.with(wanted, items, List.of()).head(), items, List.of());
    }

    /** The audiences of a site. */
    static List<String> document(int number) {
        return List.of(site(number), CLASS, NETWORK);
    }

    /** What a site of that store is to have, if the store has it. */
    static Subject subject(int number) {
        return new Subject.Site(site(number));
    }

    /** A store with so many sites. */
    static AudienceStore store(int first, int count) {
        AudienceStore store = new AudienceStore();
        store.apply(
                Stream.concat(
                                Stream.of(
                                        update(Shelf.empty(NETWORK), 1, List.of(), "process/a", "listener/a:1"),
                                        update(Shelf.empty(CLASS), 1, List.of(), "process/b", "connector/b:2")),
                                java.util.stream.IntStream.range(first, first + count)
                                        .mapToObj(site -> update(
                                                Shelf.empty(site(site)),
                                                1,
                                                document(site),
                                                "certificate/c",
                                                "decision/web")))
                        .toList(),
                java.time.Instant.now());
        return store;
    }
}
