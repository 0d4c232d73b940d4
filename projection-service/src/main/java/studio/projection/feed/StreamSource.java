package studio.projection.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.feed.document.Shelf;
import studio.feed.document.Update;
import studio.feed.frame.Vector;
import studio.feed.source.AudienceStore;
import studio.feed.source.Source;
import studio.feed.source.Standing;
import studio.feed.source.Subject;

/** What the audiences of one network or backbone are to have, and which home is the network's. Changes on the feed's event loop. */
final class StreamSource implements Source {

    private static final Logger LOGGER = LoggerFactory.getLogger(StreamSource.class);

    private final StreamKey stream;
    private final AudienceStore store = new AudienceStore();
    private Optional<Uid> home = Optional.empty();

    StreamSource(StreamKey stream) {
        this.stream = stream;
    }

    StreamKey stream() {
        return stream;
    }

    Optional<Uid> home() {
        return home;
    }

    void setHome(Optional<Uid> newHome) {
        home = newHome;
    }

    /** Whether there is such a site now. */
    boolean has(Subject.Site site) {
        return store.standing(site) instanceof Standing.Known;
    }

    /** Begins with these: what was before them is not known. Returns those that are not whole. */
    List<Revision> begin(List<Revision> revisions) {
        List<Shelf> shelves = new ArrayList<>();
        List<Revision> partial = new ArrayList<>();
        for (Revision revision : revisions) {
            Update update = revision.update();
            Shelf shelf = Shelf.of(update.head(), update.upserts());
            if (shelf.head().equals(update.head())) {
                shelves.add(shelf);
            } else {
                report(revision, shelf.head().toString());
                partial.add(revision);
            }
        }
        store.replace(shelves);
        return partial;
    }

    /** What became of some changes. */
    record Applied(Set<String> audiences, List<Revision> partial) {}

    /** Changes audiences. */
    Applied apply(List<Revision> revisions, Instant at) {
        try {
            return new Applied(
                    store.apply(revisions.stream().map(Revision::update).toList(), at), List.of());
        } catch (IllegalArgumentException notWhole) {
            return oneByOne(revisions, at);
        }
    }

    private Applied oneByOne(List<Revision> revisions, Instant at) {
        Set<String> audiences = new TreeSet<>();
        List<Revision> partial = new ArrayList<>();
        for (Revision revision : revisions) {
            try {
                audiences.addAll(store.apply(List.of(revision.update()), at));
            } catch (IllegalArgumentException notWhole) {
                report(revision, String.valueOf(notWhole.getMessage()));
                partial.add(revision);
            }
        }
        return new Applied(audiences, partial);
    }

    private void report(Revision revision, String found) {
        LOGGER.atWarn()
                .addKeyValue("stream", stream)
                .addKeyValue("audience", revision.audience())
                .addKeyValue("version", revision.update().head().version())
                .addKeyValue("found", found)
                .log("the items of an audience are not those that its head counts; it keeps what it has");
    }

    @Override
    public Standing standing(Subject subject) {
        return subject instanceof Subject.Home && home.isEmpty()
                ? new Standing.Removed("the network is gone, or has no home any more")
                : store.standing(subject);
    }

    @Override
    public Optional<Changes> since(Subject subject, Vector from, Instant now) {
        return store.since(subject, from, now);
    }

    @Override
    public Cut cut(Subject subject, Vector from) {
        return store.cut(subject, from);
    }
}
