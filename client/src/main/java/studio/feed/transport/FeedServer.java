package studio.feed.transport;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.feed.frame.Frame;
import studio.feed.frame.Problem;
import studio.feed.server.Admission;
import studio.feed.server.Hub;
import studio.feed.source.Source;
import studio.feed.transport.Directory.Place;
import studio.schema.feed.FrameCodec;
import studio.schema.feed.UnknownProtocolException;

/**
 * The upper end of feeds on a port: of all networks at the centre, of one network at its home. Everything happens on one event loop,
 * that of a verticle of its own; sources must be changed there, too.
 */
public final class FeedServer {

    private static final Logger LOG = LoggerFactory.getLogger(FeedServer.class);
    private static final int MAX_STREAMS = 8;
    private static final int MAX_HEADERS = 4_096;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER = "retry-after";
    private static final Duration BACK_SOON = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final FeedTls tls;
    private final Settings settings;
    private final Directory directory;
    private final Listener listener;
    private final Clock clock;
    private final Admission admission;
    private final IdentityHashMap<Source, Hub> hubs = new IdentityHashMap<>();
    private final Map<Long, ServerStream> streams = new HashMap<>();
    private final Listening verticle = new Listening();
    private volatile Optional<Context> context = Optional.empty();
    private volatile Optional<HttpServer> listening = Optional.empty();
    private long lastSession;

    /**
     * Where to listen and how much to take.
     *
     * @param host        the address to listen on
     * @param port        the port; 0 takes any
     * @param perSecond   sessions that may begin in a second
     * @param burst       sessions that may begin at once
     * @param maxSessions the most sessions at a time
     */
    public record Settings(String host, int port, double perSecond, int burst, int maxSessions) {}

    /** Is told what came that is of interest beyond the feed. */
    public interface Listener {

        /** On the event loop: what takes time belongs elsewhere. */
        void told(Place place, Frame.Up frame);
    }

    /** A server that begins when it is started. */
    public FeedServer(
            Vertx vertx, FeedTls tls, Settings settings, Directory directory, Listener listener, Clock clock) {
        this.vertx = vertx;
        this.tls = tls;
        this.settings = settings;
        this.directory = directory;
        this.listener = listener;
        this.clock = clock;
        this.admission = new Admission(settings.perSecond(), settings.burst(), clock.instant());
    }

    /** Begins to listen; the future has the port, and fails if that can't be done. */
    public Future<Integer> start() {
        return vertx.deployVerticle(verticle).map(id -> verticle.port());
    }

    /** Shows another certificate to those who connect from now on. */
    public Future<Boolean> renew(FeedTls newer) {
        return listening
                .map(server -> server.updateSSLOptions(newer.server().getSslOptions()))
                .orElseGet(() -> Future.succeededFuture(false));
    }

    /** Ends all sessions and listens no more. */
    public Future<Void> close() {
        return vertx.undeploy(verticle.deploymentID());
    }

    private final class Listening extends AbstractVerticle {

        private volatile int port;

        int port() {
            return port;
        }

        @Override
        public void start(Promise<Void> started) {
            FeedServer.this.context = Optional.of(context);
            HttpServer server = vertx.createHttpServer(options());
            FeedServer.this.listening = Optional.of(server);
            server.requestHandler(FeedServer.this::accept)
                    .listen(settings.port(), settings.host())
                    .onSuccess(open -> port = open.actualPort())
                    .<Void>mapEmpty()
                    .onComplete(started);
            vertx.setPeriodic(
                    BACK_SOON.toMillis(), timer -> hubs.values().forEach(hub -> perform(hub, hub.tick(now()))));
        }
    }

    private HttpServerOptions options() {
        return tls.server()
                .setAlpnVersions(List.of(HttpVersion.HTTP_2))
                .setIdleTimeout(Wire.IDLE_SECONDS)
                .setInitialSettings(
                        new Http2Settings().setMaxConcurrentStreams(MAX_STREAMS).setMaxHeaderListSize(MAX_HEADERS));
    }

    private Instant now() {
        return clock.instant();
    }

    private void accept(HttpServerRequest request) {
        Optional<FeedTls.Peer> peer = FeedTls.peer(request.sslSession());
        Optional<Place> place = peer.flatMap(known -> directory.find(known.uri()));
        if (request.version() != HttpVersion.HTTP_2 || !request.method().equals(HttpMethod.POST)) {
            request.response().setStatusCode(NOT_FOUND).end();
        } else if (peer.isEmpty()
                || place.isEmpty()
                || directory.isRevoked(peer.get().fingerprint())) {
            LOG.atInfo().addKeyValue("peer", peer).log("somebody without a place was turned away");
            request.response().setStatusCode(FORBIDDEN).end();
        } else {
            accept(request, peer.get(), place.get());
        }
    }

    private void accept(HttpServerRequest request, FeedTls.Peer peer, Place place) {
        switch (request.path()) {
            case Wire.FEED -> {
                if (streams.size() >= settings.maxSessions()) {
                    request.response()
                            .setStatusCode(UNAVAILABLE)
                            .putHeader(RETRY_AFTER, String.valueOf(Wire.IDLE_SECONDS))
                            .end();
                } else {
                    open(request, peer, place);
                }
            }
            case Wire.FLOWS ->
                request.handler(Wire.decoder(
                                bytes -> flows(place, bytes),
                                refused -> request.response().reset()))
                        .endHandler(end -> request.response().end());
            default -> request.response().setStatusCode(NOT_FOUND).end();
        }
    }

    private void flows(Place place, byte[] bytes) {
        if (FrameCodec.decodeUp(bytes) instanceof Frame.Flows flows) {
            listener.told(place, flows);
        } else {
            throw new IllegalArgumentException("this stream is for flows alone");
        }
    }

    private void open(HttpServerRequest request, FeedTls.Peer peer, Place place) {
        lastSession++;
        long session = lastSession;
        Hub hub = hubs.computeIfAbsent(place.source(), source -> new Hub(source, admission));
        streams.put(session, new ServerStream(request.response(), place, peer));
        hub.open(session, place.subject(), peer.notAfter(), now());
        request.handler(Wire.decoder(
                        bytes -> perform(hub, hub.receive(session, FrameCodec.decodeUp(bytes), now())),
                        refused -> perform(hub, hub.refuse(session, problem(refused), Duration.ZERO))))
                .endHandler(end -> close(hub, session))
                .exceptionHandler(lost -> close(hub, session));
        request.response().exceptionHandler(lost -> close(hub, session)).closeHandler(gone -> close(hub, session));
    }

    private static Problem problem(IllegalArgumentException refused) {
        return new Problem(
                refused instanceof UnknownProtocolException ? Problem.UNKNOWN_PROTOCOL : Problem.BAD_FRAME,
                String.valueOf(refused.getMessage()));
    }

    private void close(Hub hub, long session) {
        hub.closed(session);
        Optional.ofNullable(streams.remove(session)).ifPresent(ServerStream::end);
    }

    private void perform(Hub hub, List<Hub.Out> outs) {
        for (Hub.Out out : outs) {
            ServerStream stream = streams.get(out.session());
            if (stream != null) {
                switch (out.output()) {
                    case studio.feed.server.Output.Send send -> send(hub, out.session(), stream, send.frame());
                    case studio.feed.server.Output.Close over -> close(hub, out.session());
                    case studio.feed.server.Output.Told told -> listener.told(stream.place(), told.frame());
                }
            }
        }
    }

    private void send(Hub hub, long session, ServerStream stream, Frame.Down frame) {
        if (!stream.send(frame)) {
            LOG.atInfo().addKeyValue("subject", stream.place().subject()).log("a peer that does not read was cut off");
            close(hub, session);
        } else if (frame instanceof Frame.Snapshot part && !part.last()) {
            stream.whenWritable(() -> perform(hub, hub.drained(session, now())));
        }
    }

    /** A source has changed for those audiences. On the event loop. */
    public void changed(Source source, Collection<String> audiences) {
        Optional.ofNullable(hubs.get(source)).ifPresent(hub -> perform(hub, hub.changed(audiences, now())));
    }

    /** Says something to a subject, if it has a session. On the event loop. */
    public void answer(Place place, Frame.Down frame) {
        Optional.ofNullable(hubs.get(place.source()))
                .ifPresent(hub -> perform(hub, hub.answer(place.subject(), frame)));
    }

    /** Ends the sessions of those who have another place now, or none, and of revoked certificates. On the event loop. */
    public void reconsider() {
        Map.copyOf(streams)
                .forEach((session, stream) -> flaw(stream)
                        .ifPresent(problem -> Optional.ofNullable(
                                        hubs.get(stream.place().source()))
                                .ifPresent(hub -> perform(hub, hub.refuse(session, problem, Duration.ZERO)))));
    }

    private Optional<Problem> flaw(ServerStream stream) {
        if (directory.isRevoked(stream.peer().fingerprint())) {
            return Optional.of(new Problem(Problem.CERTIFICATE_REVOKED, "the certificate was revoked"));
        }
        return directory.find(stream.peer().uri()).equals(Optional.of(stream.place()))
                ? Optional.empty()
                : Optional.of(new Problem(Problem.UNKNOWN_SUBJECT, "there is another one in its place"));
    }

    /** How many sessions there are. On the event loop. */
    public int sessions() {
        return streams.size();
    }

    /** Does something on the event loop. */
    public void run(Runnable action) {
        context.orElseThrow(() -> new IllegalStateException("the server was not started"))
                .runOnContext(v -> action.run());
    }
}
