package studio.projection.feed;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.kernel.Actor;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.MemberCommand.MarkSiteLost;
import studio.domain.plan.SiteStatus;
import studio.feed.frame.Frame;
import studio.feed.source.Subject;
import studio.feed.transport.Directory.Place;
import studio.feed.transport.FeedServer;
import studio.projection.config.FeedConfig;
import studio.schema.StatusCodec.StoredStatus;
import studio.schema.feed.FrameCodec;

/**
 * Is told what homes and interior sites say, and what their sites say through them; whatever concerns the log is put together here, and
 * taken once a second. It keeps a board for each site and a bounded number of decisions and requests, so one that says too much only
 * makes itself unheard. On the feed's event loop.
 */
final class Uplink implements FeedServer.Listener {

    private static final Logger LOGGER = LoggerFactory.getLogger(Uplink.class);

    private final FeedConfig config;
    private final Clock clock;
    private final Function<String, Optional<SiteStatus>> written;
    private final KnownItems known = new KnownItems();
    private final Presences presences;
    private final Map<Spot, SiteBoard> boards = new HashMap<>();
    private final Deque<Request> requests = new ArrayDeque<>();
    private final Set<String> requested = new HashSet<>();
    private final Set<String> removed = new HashSet<>();
    private long lastSeq;

    /** Where a board belongs. */
    record Spot(StreamSource source, Subject subject) {}

    /**
     * Something that somebody asked for.
     *
     * @param given    what becomes of it
     * @param decision of a decision: what was decided, and the chain of the certificate that it must be signed with
     */
    record Request(Given given, Optional<Signed> decision) {}

    /** A decision with the chain of the certificate that it must be signed with. */
    record Signed(Uid site, Frame.Decide decide, String chain) {}

    /**
     * Nothing was heard yet.
     *
     * @param written the last status that was written under that key
     */
    Uplink(FeedConfig config, Clock clock, Function<String, Optional<SiteStatus>> written) {
        this.config = config;
        this.clock = clock;
        this.written = written;
        this.presences = new Presences(known);
    }

    Presences presences() {
        return presences;
    }

    @Override
    public void told(Place place, Frame.Up frame) {
        StreamSource source = (StreamSource) place.source();
        Spot spot = new Spot(source, place.subject());
        Instant now = clock.instant();
        switch (frame) {
            case Frame.Hello hello -> {
                presences.begun(source, place.subject(), hello.capabilities(), now);
                board(spot).ifPresent(board -> board.acknowledge(hello.vector(), hello.root(), now));
            }
            case Frame.Beat beat -> {
                presences.heard(source, place.subject(), now);
                board(spot).ifPresent(board -> board.acknowledge(beat.vector(), beat.root(), now));
            }
            case Frame.Ack ack -> board(spot).ifPresent(board -> board.acknowledge(ack.vector(), ack.root(), now));
            case Frame.Nack nack -> refused(spot, nack);
            case Frame.Status status -> status(spot, status, now);
            case Frame.Csr csr -> request(source, place.subject(), csr);
            case Frame.Cleaned cleaned -> cleaned(source, place.subject());
            case Frame.FromSite from -> fromSite(place, source, from, now);
            // A decision is a member's, and comes through its home; flows are the home's own.
            case Frame.Decide decide -> {}
            case Frame.Flows flows -> {}
        }
    }

    private static void refused(Spot spot, Frame.Nack nack) {
        LOGGER.atWarn()
                .addKeyValue("stream", spot.source().stream())
                .addKeyValue("subject", spot.subject())
                .addKeyValue("item", nack.item())
                .addKeyValue("problem", nack.problem().slug())
                .addKeyValue("detail", nack.problem().text())
                .log("what was sent was refused; the peer keeps what it has");
    }

    /** The board of a subject that is there. */
    private Optional<SiteBoard> board(Spot spot) {
        return uid(spot).map(uid -> boards.computeIfAbsent(spot, first -> restored(first, uid)));
    }

    private static Optional<Uid> uid(Spot spot) {
        return switch (spot.subject()) {
            case Subject.Home home -> spot.source().home();
            case Subject.Site site -> spot.source().has(site) ? Sites.uid(site.audience()) : Optional.<Uid>empty();
        };
    }

    private SiteBoard restored(Spot spot, Uid uid) {
        SiteBoard board = new SiteBoard(uid);
        written.apply(StoredStatus.key(spot.source().stream(), uid))
                .ifPresent(status -> board.restore(status, document(spot)));
        return board;
    }

    private KnownItems.OfSite document(Spot spot) {
        return switch (spot.subject()) {
            case Subject.Home home -> known.nothing();
            case Subject.Site site -> known.of(spot.source(), site);
        };
    }

    private void status(Spot spot, Frame.Status status, Instant now) {
        board(spot).ifPresent(board -> board.put(status, document(spot), now));
    }

    private void request(StreamSource source, Subject subject, Frame.Csr csr) {
        Requests.certificate(source, subject, csr, document(new Spot(source, subject)))
                .ifPresent(given -> add(new Request(given, Optional.empty())));
    }

    private void cleaned(StreamSource source, Subject subject) {
        Requests.cleaned(source, subject, document(new Spot(source, subject)))
                .ifPresent(given -> add(new Request(given, Optional.empty())));
    }

    /** A home speaks for the sites of its own network, and for no others. */
    private void fromSite(Place home, StreamSource source, Frame.FromSite from, Instant now) {
        Subject.Site site = new Subject.Site(from.site());
        Spot spot = new Spot(source, site);
        if (!(home.subject() instanceof Subject.Home) || !from.site().startsWith(Sites.MEMBER)) {
            return;
        }
        ByteBuffer content = from.frame().duplicate();
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        board(spot).ifPresent(board -> {
            switch (FrameCodec.decodeUp(bytes)) {
                case Frame.Status status -> status(spot, status, now);
                case Frame.Decide decide -> decided(home, spot, decide, now);
                case Frame.Csr csr -> request(source, site, csr);
                case Frame.Cleaned cleaned -> cleaned(source, site);
                case Frame.Beat beat -> reached(source, board, beat, now);
                case Frame.Hello hello -> {}
                case Frame.Ack ack -> board.acknowledge(ack.vector(), ack.root(), now);
                case Frame.Nack nack -> refused(spot, nack);
                case Frame.Flows flows -> {}
                case Frame.FromSite nested -> {}
            }
        });
    }

    /** A home tells only when that changes. */
    private void reached(StreamSource source, SiteBoard board, Frame.Beat beat, Instant now) {
        if (beat.sequence() >= 0) {
            board.acknowledge(beat.vector(), beat.root(), now);
            board.comeBack(now);
        } else {
            source.home()
                    .ifPresent(home -> add(new Request(
                            new Given(
                                    Requests.newId(),
                                    source.stream(),
                                    Optional.of(new MarkSiteLost(board.site())),
                                    Actors.home(home),
                                    Optional.empty()),
                            Optional.empty())));
        }
    }

    /** Without its certificate nobody knows whether the site decided so; it says it again. */
    private void decided(Place home, Spot spot, Frame.Decide decide, Instant now) {
        Subject.Site site = (Subject.Site) spot.subject();
        Optional<Uid> uid = uid(spot);
        Optional<String> chain = MemberReports.chain(known.of(spot.source(), site));
        if (uid.isEmpty() || chain.isEmpty()) {
            return;
        }
        Given.Answer answer = new Given.Answer(home, site.audience(), decide.seq(), now.plus(config.outcomePatience()));
        Given given = new Given(
                Requests.decisionId(uid.get(), decide.seq()),
                spot.source().stream(),
                Optional.empty(),
                Actors.site(uid.get()),
                Optional.of(answer));
        add(new Request(given, Optional.of(new Signed(uid.get(), decide, chain.get()))));
    }

    private void add(Request request) {
        if (requests.size() >= config.waitingLimit()) {
            LOGGER.atWarn().addKeyValue("limit", config.waitingLimit()).log("too much is asked for at once");
        } else if (requested.add(request.given().id())) {
            requests.add(request);
        }
    }

    /** What is to be written now: what was asked for, who is there or lost, and how sites do. */
    Batch take() {
        Instant now = clock.instant();
        List<Request> asked = new ArrayList<>();
        while (asked.size() < config.batchLimit() && !requests.isEmpty()) {
            Request request = requests.remove();
            requested.remove(request.given().id());
            asked.add(request);
        }
        List<String> gone =
                removed.stream().filter(key -> written.apply(key).isPresent()).toList();
        removed.clear();
        return new Batch(asked, presences.tick(now), writings(now), gone);
    }

    /** Those audiences have changed: of sites that are gone nothing is kept. */
    void changed(StreamSource source, Set<String> audiences) {
        for (String audience : audiences) {
            Sites.uid(audience)
                    .filter(uid -> !source.has(new Subject.Site(audience)))
                    .ifPresent(uid -> {
                        presences.forget(source, new Subject.Site(audience));
                        removed.add(StoredStatus.key(source.stream(), uid));
                    });
        }
    }

    private List<Batch.Written> writings(Instant now) {
        List<Batch.Written> all = new ArrayList<>();
        boards.entrySet()
                .removeIf(board -> uid(board.getKey())
                        .filter(board.getValue().site()::equals)
                        .isEmpty());
        for (Map.Entry<Spot, SiteBoard> entry : boards.entrySet()) {
            if (all.size() < config.batchLimit()
                    && entry.getValue().isDue(now, config.statusInterval(), config.watermarkInterval())) {
                all.add(written(entry.getKey(), entry.getValue(), now));
            }
        }
        return all;
    }

    private Batch.Written written(Spot spot, SiteBoard board, Instant now) {
        boolean member =
                spot.subject() instanceof Subject.Site site && site.audience().startsWith(Sites.MEMBER);
        SiteBoard.Writing writing =
                member ? board.writeMember(document(spot), nextSeq(now), now) : board.write(document(spot), now);
        Actor actor = spot.subject() instanceof Subject.Home ? Actors.home(board.site()) : Actors.site(board.site());
        return new Batch.Written(spot.source().stream(), actor, writing);
    }

    /** Rises over restarts and changes of the instance, because time does. */
    private long nextSeq(Instant now) {
        lastSeq = Math.max(lastSeq + 1, now.toEpochMilli());
        return lastSeq;
    }

    /** A status of a site that another instance serves now. */
    void servedElsewhere(StreamKey stream, Optional<StreamSource> source, Uid site) {
        source.ifPresent(there -> {
            Subject subject = there.home().filter(site::equals).isPresent()
                    ? new Subject.Home()
                    : FeedDirectory.interior(site.toString());
            presences.forget(there, subject);
            boards.remove(new Spot(there, subject));
        });
    }
}
