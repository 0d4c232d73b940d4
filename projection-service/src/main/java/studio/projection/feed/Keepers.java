package studio.projection.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.backbone.trust.Keeper;
import studio.domain.kernel.Uid;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;
import studio.domain.plan.SiteStatus;
import studio.domain.plan.SiteStatus.Progress;
import studio.feed.document.Shelf;
import studio.feed.frame.Vector;
import studio.feed.source.Subject;
import studio.schema.feed.ItemMapping;

/**
 * Who is to trust which authorities, and has got so far: interior sites one by one, since each has profiles of its own, and those who join
 * by an invitation together, since there may be a hundred thousand of them. Who was never heard of gets all that is new before anything
 * else, and is waited for by nobody. On the feed's event loop.
 */
final class Keepers {

    private static final String PROFILE = "profile/";
    private static final String LINK = "link/";

    private Keepers() {}

    static List<Keeper> of(FeedDirectory directory, Statuses statuses) {
        List<Keeper> keepers = new ArrayList<>();
        for (StreamSource source : directory.all()) {
            Map<String, List<Item>> links = new HashMap<>();
            for (Shelf shelf : source.cut(new Subject.Home(), Vector.NONE).shelves()) {
                String audience = shelf.head().audience();
                if (audience.startsWith(Sites.INTERIOR)) {
                    Sites.uid(audience)
                            .ifPresent(site -> items(shelf, PROFILE)
                                    .forEach(item -> interior(item, source, site, statuses)
                                            .ifPresent(keepers::add)));
                } else if (!audience.startsWith(Sites.MEMBER)) {
                    items(shelf, LINK)
                            .forEach(item -> links.computeIfAbsent(item.key(), key -> new ArrayList<>())
                                    .add(item));
                }
            }
            links.forEach((key, items) -> keepers.addAll(members(key, items, source, statuses)));
        }
        return keepers;
    }

    private static Stream<Item> items(Shelf shelf, String prefix) {
        return shelf.items().tailMap(prefix).values().stream()
                .takeWhile(item -> item.key().startsWith(prefix))
                .map(ItemMapping::fromFeed);
    }

    private static Optional<Keeper> interior(Item item, StreamSource source, Uid site, Statuses statuses) {
        return item.spec() instanceof RouterSpec.SslProfile profile
                ? Optional.of(new Keeper(
                        source.stream() + " interior site " + site,
                        profile.trust(),
                        statuses.find(source.stream(), site)
                                .map(status -> isApplied(item, status) ? 0L : 1L)
                                .orElse(0L)))
                : Optional.empty();
    }

    private static boolean isApplied(Item item, SiteStatus status) {
        return status.items().stream()
                .filter(known ->
                        known.key().equals(item.key()) && known.digest().equals(item.digest()))
                .anyMatch(known -> known.progress() == Progress.APPLIED || known.progress() == Progress.OBSERVED);
    }

    /** Invitations may make links of the same name in different ways; whoever has any of them as it is now is as far as it can be. */
    private static List<Keeper> members(String key, List<Item> items, StreamSource source, Statuses statuses) {
        Set<String> digests = new HashSet<>();
        items.forEach(item -> digests.add(item.digest()));
        long behind = statuses.behind(source.stream(), key, digests);
        return items.stream()
                .map(Item::spec)
                .filter(ItemSpec.Link.class::isInstance)
                .map(ItemSpec.Link.class::cast)
                .map(link -> link.target().authority())
                .distinct()
                .map(authority ->
                        new Keeper(source.stream() + " sites at " + key.substring(LINK.length()), authority, behind))
                .toList();
    }
}
