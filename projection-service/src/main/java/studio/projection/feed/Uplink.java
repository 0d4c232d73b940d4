package studio.projection.feed;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.MemberCommand.MarkSiteLost;
import studio.domain.plan.SiteStatus;
import studio.feed.frame.Frame;
import studio.feed.source.Subject;
import studio.feed.transport.Directory.Place;
import studio.feed.transport.FeedServer;
import studio.projection.config.FeedConfig;
import studio.projection.feed.Boards.Spot;
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
    private final KnownItems known = new KnownItems();
    private final Presences presences;
    private final Boards boards;
    private final Deque<Request> requests = new ArrayDeque<>();
    private final Set<String> requested = new HashSet<>();

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
        this.boards = new Boards(config, known, written);
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
                boards.find(spot).ifPresent(board -> board.acknowledge(hello.vector(), hello.root(), now));
            }
            case Frame.Beat beat -> {
                presences.heard(source, place.subject(), now);
                boards.find(spot).ifPresent(board -> board.acknowledge(beat.vector(), beat.root(), now));
            }
            case Frame.Ack ack ->
                boards.find(spot).ifPresent(board -> board.acknowledge(ack.vector(), ack.root(), now));
            case Frame.Nack nack -> refused(spot, nack);
            case Frame.Status status -> status(spot, status, now);
            case Frame.Csr csr -> request(source, place.subject(), csr);
            case Frame.Cleaned cleaned -> cleaned(source, place.subject(), now);
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

    private void status(Spot spot, Frame.Status status, Instant now) {
        boards.find(spot).ifPresent(board -> board.put(status, boards.document(spot), now));
    }

    private void request(StreamSource source, Subject subject, Frame.Csr csr) {
        Requests.certificate(source, subject, csr, boards.document(new Spot(source, subject)))
                .ifPresent(given -> add(new Request(given, Optional.empty())));
    }

    private void cleaned(StreamSource source, Subject subject, Instant now) {
        Requests.cleaned(source, subject, boards.document(new Spot(source, subject)), now)
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
        boards.find(spot).ifPresent(board -> {
            switch (FrameCodec.decodeUp(bytes)) {
                case Frame.Status status -> status(spot, status, now);
                case Frame.Decide decide -> decided(home, spot, decide, now);
                case Frame.Csr csr -> request(source, site, csr);
                case Frame.Cleaned cleaned -> cleaned(source, site, now);
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
                                    Requests.id("lost", board.site(), now),
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
        Optional<Uid> uid = spot.uid();
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

    /** What was concluded from what is heard. Given again until it was decided, it has one effect. */
    void give(Given given) {
        add(new Request(given, Optional.empty()));
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
        return new Batch(asked, presences.tick(now), boards.writings(now), boards.gone());
    }

    /** Those audiences have changed: of sites that are gone nothing is kept. */
    void changed(StreamSource source, Set<String> audiences) {
        for (String audience : audiences) {
            Sites.uid(audience)
                    .filter(uid -> !source.has(new Subject.Site(audience)))
                    .ifPresent(uid -> {
                        presences.forget(source, new Subject.Site(audience));
                        boards.remove(new Spot(source, new Subject.Site(audience)), uid);
                    });
        }
    }

    /** A batch is written, or what is newest by now has to be. */
    void done(Batch batch, boolean isWritten) {
        batch.presences().forEach(news -> news.done(isWritten));
        boards.done(batch.writings(), isWritten);
    }

    /** A status of a site that another instance serves now. */
    void servedElsewhere(StreamKey stream, Optional<StreamSource> source, Uid site) {
        source.ifPresent(there -> {
            Subject subject = there.home().filter(site::equals).isPresent()
                    ? new Subject.Home()
                    : FeedDirectory.interior(site.toString());
            presences.forget(there, subject);
            boards.forget(new Spot(there, subject));
        });
    }
}
