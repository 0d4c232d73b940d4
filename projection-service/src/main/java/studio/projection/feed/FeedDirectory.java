package studio.projection.feed;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.feed.source.Subject;
import studio.feed.transport.Directory;

/**
 * All networks and backbones, and who is whose. A certificate names its holder by uid, so one from a network or backbone of the same
 * name that there was before finds nothing. Changes on the feed's event loop.
 */
final class FeedDirectory implements Directory {

    private static final Pattern INTERIOR = Pattern.compile("/backbone/[^/]+/site/([^/]+)");
    private static final Pattern HOME = Pattern.compile("/network/[^/]+/home/([^/]+)");

    private final String trustDomain;
    private final Map<StreamKey, StreamSource> streams = new HashMap<>();
    private final Map<String, StreamSource> interiors = new HashMap<>();
    private final Map<String, StreamSource> homes = new HashMap<>();
    private Set<String> revoked = Set.of();

    /**
     * A directory of nobody.
     *
     * @param trustDomain what the URIs of the installation begin with, such as {@code spiffe://studio.local}
     */
    FeedDirectory(String trustDomain) {
        this.trustDomain = trustDomain;
    }

    @Override
    public Optional<Place> find(String uri) {
        if (!uri.startsWith(trustDomain + "/")) {
            return Optional.empty();
        }
        String path = uri.substring(trustDomain.length());
        return uid(INTERIOR, path)
                .map(FeedDirectory::interior)
                .flatMap(site ->
                        Optional.ofNullable(interiors.get(site.audience())).map(source -> new Place(source, site)))
                .or(() -> uid(HOME, path)
                        .flatMap(home -> Optional.ofNullable(homes.get(home)))
                        .map(source -> new Place(source, new Subject.Home())));
    }

    @Override
    public boolean isRevoked(String fingerprint) {
        return revoked.contains(fingerprint);
    }

    /**
     * Those certificates must not be believed any more.
     *
     * @return whether that is news
     */
    boolean revoke(Set<String> fingerprints) {
        boolean news = !revoked.equals(fingerprints);
        revoked = Set.copyOf(fingerprints);
        return news;
    }

    private static Optional<String> uid(Pattern form, String path) {
        Matcher matcher = form.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static Subject.Site interior(String uid) {
        return new Subject.Site(Sites.INTERIOR + uid);
    }

    /** The source of that stream, if something was ever planned there. */
    Optional<StreamSource> source(StreamKey stream) {
        return Optional.ofNullable(streams.get(stream));
    }

    /** All networks and backbones for which something was ever planned. */
    Collection<StreamSource> all() {
        return streams.values();
    }

    /** Begins with what was planned so far; returns what is not whole. */
    List<Revision> begin(StreamKey stream, List<Revision> revisions) {
        StreamSource source = made(stream);
        List<Revision> partial = source.begin(revisions);
        index(source, revisions);
        return partial;
    }

    /** What became of some changes, and whether others have their place now. */
    record Applied(StreamSource source, StreamSource.Applied changes, boolean moved) {}

    /** Goes on. */
    Applied apply(StreamKey stream, List<Revision> revisions, Instant at) {
        StreamSource source = made(stream);
        StreamSource.Applied applied = source.apply(revisions, at);
        return new Applied(source, applied, index(source, revisions));
    }

    private StreamSource made(StreamKey stream) {
        return streams.computeIfAbsent(stream, StreamSource::new);
    }

    private boolean index(StreamSource source, List<Revision> revisions) {
        boolean moved = false;
        for (Revision revision : revisions) {
            if (revision.audience().startsWith(Sites.INTERIOR)) {
                interiors.put(revision.audience(), source);
            } else if (revision.audience().equals(Sites.NETWORK)) {
                moved |= move(source, revision.home());
            }
        }
        return moved;
    }

    /**
     * The home of a network that is gone is told so; one that another took the place of finds nothing here.
     *
     * @return whether another one has the place now
     */
    private boolean move(StreamSource source, Optional<Uid> home) {
        boolean same = source.home().equals(home);
        source.setHome(home);
        if (same || home.isEmpty()) {
            return false;
        }
        boolean moved = homes.values().removeIf(source::equals);
        homes.put(home.get().toString(), source);
        return moved;
    }
}
