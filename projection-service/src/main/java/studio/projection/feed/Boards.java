package studio.projection.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Uid;
import studio.domain.plan.SiteStatus;
import studio.feed.source.Subject;
import studio.projection.config.FeedConfig;
import studio.schema.StatusCodec.StoredStatus;

/** The boards of all that were heard of, and of which of them something is to be written. On the feed's event loop. */
final class Boards {

    private final FeedConfig config;
    private final KnownItems known;
    private final Function<String, Optional<SiteStatus>> written;
    private final Map<Spot, SiteBoard> boards = new HashMap<>();

    /** Those of which something is to be written; nobody looks at all the others. */
    private final Set<Spot> touched = new LinkedHashSet<>();

    private final Set<String> removed = new HashSet<>();
    private long lastSeq;

    /** Where a board belongs. */
    record Spot(StreamSource source, Subject subject) {

        /** Whether it is a network's site. */
        boolean isMember() {
            return subject instanceof Subject.Site site && site.audience().startsWith(Sites.MEMBER);
        }

        /** Who is there, if somebody is. */
        Optional<Uid> uid() {
            return switch (subject) {
                case Subject.Home home -> source.home();
                case Subject.Site site -> source.has(site) ? Sites.uid(site.audience()) : Optional.empty();
            };
        }
    }

    /**
     * No boards yet.
     *
     * @param written the last status that was written under that key
     */
    Boards(FeedConfig config, KnownItems known, Function<String, Optional<SiteStatus>> written) {
        this.config = config;
        this.known = known;
        this.written = written;
    }

    /** The board of somebody who is there, on which something is about to be noted. */
    Optional<SiteBoard> find(Spot spot) {
        return spot.uid().map(uid -> {
            touched.add(spot);
            SiteBoard present = boards.get(spot);
            if (present == null || !present.site().equals(uid)) {
                present = restored(spot, uid);
                boards.put(spot, present);
            }
            return present;
        });
    }

    private SiteBoard restored(Spot spot, Uid uid) {
        SiteBoard board = new SiteBoard(uid);
        written.apply(StoredStatus.key(spot.source().stream(), uid))
                .ifPresent(status -> board.restore(status, document(spot)));
        return board;
    }

    /** What a site is to have; a home has no items of its own. */
    KnownItems.OfSite document(Spot spot) {
        return switch (spot.subject()) {
            case Subject.Home home -> known.nothing();
            case Subject.Site site -> known.of(spot.source(), site);
        };
    }

    /** Another instance serves it now. */
    void forget(Spot spot) {
        boards.remove(spot);
    }

    /** A site is gone, and nothing of it is kept. */
    void remove(Spot spot, Uid site) {
        boards.remove(spot);
        removed.add(StoredStatus.key(spot.source().stream(), site));
    }

    /** The keys of statuses of sites that have gone since the last time. */
    List<String> gone() {
        List<String> gone =
                removed.stream().filter(key -> written.apply(key).isPresent()).toList();
        removed.clear();
        return gone;
    }

    /** What is to be written of sites now. */
    List<Batch.Written> writings(Instant now) {
        List<Batch.Written> all = new ArrayList<>();
        Iterator<Spot> spots = touched.iterator();
        while (spots.hasNext() && all.size() < config.batchLimit()) {
            Spot spot = spots.next();
            Optional<SiteBoard> board = Optional.ofNullable(boards.get(spot));
            if (board.filter(there -> there.isWanted(config.watermarkInterval()))
                    .isEmpty()) {
                spots.remove();
            } else if (board.get().isDue(now, config.statusInterval())) {
                spots.remove();
                all.add(writing(spot, board.get(), now));
            }
        }
        return all;
    }

    private Batch.Written writing(Spot spot, SiteBoard board, Instant now) {
        SiteBoard.Writing writing = spot.isMember()
                ? board.writeMember(document(spot), nextSeq(now), now)
                : board.write(document(spot), now);
        Actor actor = spot.subject() instanceof Subject.Home ? Actors.home(board.site()) : Actors.site(board.site());
        return new Batch.Written(spot, actor, writing);
    }

    /** Rises over restarts and changes of the instance, because time does. */
    private long nextSeq(Instant now) {
        lastSeq = Math.max(lastSeq + 1, now.toEpochMilli());
        return lastSeq;
    }

    /** That is written, or what is newest by now has to be. */
    void done(List<Batch.Written> writings, boolean isWritten) {
        writings.forEach(each -> {
            each.writing().board().done(each.writing(), isWritten);
            if (!isWritten) {
                touched.add(each.spot());
            }
        });
    }
}
