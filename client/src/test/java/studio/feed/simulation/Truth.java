package studio.feed.simulation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.domain.plan.ItemsHash;
import studio.feed.client.Checker;
import studio.feed.document.Document;
import studio.feed.document.Shelf;
import studio.feed.document.Update;
import studio.feed.frame.AudienceVersion;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Head;
import studio.feed.frame.Problem;
import studio.feed.frame.Vector;

/** One network as it really is and was: what each audience had at each revision. */
final class Truth {

    private static final int CLASSES = 3;
    private static final int MEDIUM = 40;
    private static final int LARGE = 150_000;
    private static final int SEEN = 64;

    /** Refuses an item whose content is not what its digest says. */
    static final Checker CHECKER = item -> item.digest().equals(digest(item.spec()))
            ? Optional.empty()
            : Optional.of(new Problem("digest-differs", item.key()));

    private final String name;
    private final Random random;
    private final List<List<Update>> log = new ArrayList<>();
    private final Map<String, TreeMap<Long, Shelf>> history = new HashMap<>();
    private final Map<String, List<String>> documents = new LinkedHashMap<>();
    private long revision;

    Truth(String name, int sites, Random random) {
        this.name = name;
        this.random = random;
        for (int i = 0; i < sites; i++) {
            place("site/" + i, document("site/" + i));
        }
        for (int i = 0; i < sites * 5; i++) {
            move();
        }
    }

    private List<String> document(String site) {
        return Stream.of(
                        Stream.of(site),
                        Stream.of(0, 1, 2).filter(c -> random.nextBoolean()).map(c -> "class/" + c),
                        Stream.of("invitation/0", "network"))
                .flatMap(audiences -> audiences)
                .toList();
    }

    /** All revisions, the first one first. */
    List<List<Update>> log() {
        return log;
    }

    boolean isRemoved(String site) {
        return documents.getOrDefault(site, List.of()).isEmpty();
    }

    /** Something changes. */
    void move() {
        int lot = random.nextInt(100);
        String site = "site/" + random.nextInt(documents.size());
        if (lot < 4 && !isRemoved(site)) {
            place(site, document(site));
        } else if (lot < 5
                && documents.values().stream().filter(d -> d.isEmpty()).count() < documents.size() / 3) {
            place(site, List.of());
        } else {
            change(lot < 15 ? 3 : 1);
        }
    }

    private void place(String site, List<String> document) {
        documents.put(site, document);
        revision++;
        append(List.of(update(site, List.of(), document.isEmpty() ? keys(site) : List.of())));
    }

    private List<String> keys(String audience) {
        return List.copyOf(now(audience).items().keySet());
    }

    private void change(int audiences) {
        revision++;
        List<Update> updates = new ArrayList<>();
        Stream.generate(this::audience).limit(audiences).distinct().forEach(audience -> {
            List<String> keys = keys(audience);
            List<String> deletes = keys.isEmpty() || random.nextInt(3) > 0
                    ? List.of()
                    : List.of(keys.get(random.nextInt(keys.size())));
            List<FeedItem> upserts = Stream.generate(() -> item(audience))
                    .limit(random.nextInt(3))
                    .toList();
            updates.add(update(
                    audience,
                    upserts,
                    deletes.stream()
                            .filter(key -> upserts.stream()
                                    .noneMatch(item -> item.key().equals(key)))
                            .toList()));
        });
        append(updates);
    }

    private String audience() {
        return switch (random.nextInt(4)) {
            case 0 -> "network";
            case 1 -> "class/" + random.nextInt(CLASSES);
            case 2 -> "invitation/0";
            default ->
                documents.keySet().stream()
                        .filter(site -> !isRemoved(site))
                        .skip(random.nextInt(2))
                        .findFirst()
                        .orElse("network");
        };
    }

    private FeedItem item(String audience) {
        byte[] spec = new byte[random.nextInt(40) == 0 ? LARGE : 1 + random.nextInt(MEDIUM)];
        random.nextBytes(spec);
        ByteBuffer bytes = ByteBuffer.wrap(spec);
        String key = "process/" + random.nextInt(8);
        return new FeedItem(audience, key, "PROCESS", digest(bytes), bytes, List.of(), name + "@" + revision);
    }

    private static String digest(ByteBuffer spec) {
        return "i1:" + spec.remaining() + ":"
                + spec.slice(0, Math.min(SEEN, spec.remaining())).hashCode();
    }

    private Update update(String audience, List<FeedItem> upserts, List<String> deletes) {
        List<String> document = documents.getOrDefault(audience, List.of());
        Head wanted = new Head(audience, revision, 0, ItemsHash.EMPTY, document);
        return new Update(now(audience).with(wanted, upserts, deletes).head(), upserts, deletes);
    }

    private void append(List<Update> updates) {
        updates.forEach(update -> {
            String audience = update.head().audience();
            Shelf next = now(audience).with(update.head(), update.upserts(), update.deletes());
            history.computeIfAbsent(audience, key -> new TreeMap<>()).put(revision, next);
        });
        log.add(updates);
    }

    private Shelf now(String audience) {
        return at(audience, revision);
    }

    /** What that audience had at that revision. */
    Shelf at(String audience, long version) {
        Map.Entry<Long, Shelf> entry =
                history.getOrDefault(audience, new TreeMap<>()).floorEntry(version);
        return entry == null ? Shelf.empty(audience) : entry.getValue();
    }

    /** What that site is to have now. */
    Document of(String site) {
        return of(documents.getOrDefault(site, List.of()), revision);
    }

    private Document of(List<String> audiences, long version) {
        List<Shelf> shelves =
                audiences.stream().map(audience -> at(audience, version)).toList();
        return Document.of(
                new Vector(shelves.stream()
                        .map(Shelf::head)
                        .map(head -> new AudienceVersion(head.audience(), head.version()))
                        .toList()),
                shelves.stream().filter(shelf -> shelf.head().version() > 0).toList());
    }

    /** Fails unless a site once should have had exactly that document. */
    void checkSite(String site, Document document) {
        if (document.vector().versions().isEmpty()) {
            require(document.shelves().isEmpty(), site + " has items and no vector");
            return;
        }
        long version = document.vector().versions().stream()
                .mapToLong(AudienceVersion::version)
                .max()
                .orElse(0);
        Document expected = of(at(site, version).head().document(), version);
        require(expected.equals(document), site + " has at " + document.vector() + " what it never should have had");
    }

    /** Fails unless a home once should have had exactly that document. */
    void checkHome(Document document) {
        long version = document.vector().version("*").orElse(0);
        history.keySet().forEach(audience -> {
            Shelf expected = at(audience, version);
            Shelf shelf = document.shelves().getOrDefault(audience, Shelf.empty(audience));
            require(expected.equals(shelf), "the home has at " + version + " another " + audience);
        });
    }

    long revision() {
        return revision;
    }

    List<String> sites() {
        return List.copyOf(documents.keySet());
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(otherwise);
        }
    }

    /** Something is not as it must be. */
    static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Violation(String message) {
            super(message);
        }
    }
}
