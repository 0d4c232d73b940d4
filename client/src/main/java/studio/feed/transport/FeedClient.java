package studio.feed.transport;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.feed.client.ClientSession;
import studio.feed.client.Output;
import studio.feed.document.Document;
import studio.feed.frame.Frame;

/** The lower end of a feed, on one event loop, that of a verticle of its own: makes connections, sends, and has documents written. */
public final class FeedClient {

    private static final Logger LOG = LoggerFactory.getLogger(FeedClient.class);
    private static final int TICK_MILLIS = 1_000;

    private final Vertx vertx;
    private final Target target;
    private final ClientSession session;
    private final Keeper keeper;
    private final Listener listener;
    private final Clock clock;
    private final Running running = new Running();
    private Optional<ClientStream> stream = Optional.empty();
    private volatile Optional<Way> way = Optional.empty();

    /**
     * A way to the server.
     *
     * @param host the address
     * @param port the port
     */
    public record Way(String host, int port) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * Where the server is and who it must be.
     *
     * @param ways the ways to it: each attempt takes the first that leads there
     * @param uri  the URI in the certificate of whoever must be there
     * @param tls  what to show and whom to believe
     */
    public record Target(List<Way> ways, String uri, FeedTls tls) {

        /** Keeps its own copy. */
        public Target {
            ways = List.copyOf(ways);
            if (ways.isEmpty()) {
                throw new IllegalArgumentException("ways must have at least one");
            }
        }

        /** A server to which there is one way. */
        public Target(String host, int port, String uri, FeedTls tls) {
            this(List.of(new Way(host, port)), uri, tls);
        }
    }

    /** Writes documents, as {@link studio.feed.disk.DocumentFile#write} does. */
    public interface Keeper {

        /** On a thread that may wait. */
        void write(Document document) throws java.io.IOException;
    }

    /** Is told what comes of the feed, on the event loop. */
    public interface Listener {

        /** There is another document. */
        void changed(Output.Changed changed);

        /** A farewell, a decision's outcome, a certificate, a refusal, or something for a site. */
        void told(Frame.Down frame);

        /** There is no session for now, and why; another attempt follows. */
        void lost(Throwable reason);
    }

    /** A client that begins when it is started. */
    public FeedClient(
            Vertx vertx, Target target, ClientSession session, Keeper keeper, Listener listener, Clock clock) {
        this.vertx = vertx;
        this.target = target;
        this.session = session;
        this.keeper = keeper;
        this.listener = listener;
        this.clock = clock;
    }

    /** The way of the present connection, if there is one. */
    public Optional<Way> way() {
        return way;
    }

    /** Begins; the future is done when the first attempt has been made, whatever came of it. */
    public Future<String> start() {
        return vertx.deployVerticle(running);
    }

    /** Does something with the session on the event loop, such as telling it a decision, and then what the session wants. */
    public void run(Consumer<ClientSession> action) {
        running.onContext(() -> {
            action.accept(session);
            perform(session.tick(now()));
        });
    }

    /** Says something that nobody here waits for an answer to. */
    public void say(Frame.Up frame) {
        running.onContext(() -> perform(session.say(frame)));
    }

    /** Says such things one after the other while there is room; gives back what there was none for, on the event loop. */
    public void say(List<? extends Frame.Up> frames, Consumer<List<Frame.Up>> left) {
        running.onContext(() -> {
            List<Frame.Up> unsaid = new ArrayList<>();
            for (Frame.Up frame : frames) {
                boolean room = stream.filter(ClientStream::hasRoom).isPresent();
                List<Output> outputs = room ? session.say(frame) : List.of();
                if (outputs.isEmpty()) {
                    unsaid.add(frame);
                }
                perform(outputs);
            }
            left.accept(unsaid);
        });
    }

    /** Ends it, whatever is under way. */
    public Future<Void> close() {
        return vertx.undeploy(running.deploymentID());
    }

    /** Sends a summary of flows on a stream of its own; the latest wins. */
    public void flows(Frame.Flows flows) {
        running.onContext(() -> stream.ifPresent(present -> present.flows(flows)));
    }

    private final class Running extends AbstractVerticle {

        private Optional<Ways> ways = Optional.empty();

        @Override
        public void start(Promise<Void> started) {
            ways = Optional.of(new Ways(vertx.createHttpClient(options()), target));
            vertx.setPeriodic(TICK_MILLIS, timer -> perform(session.tick(now())));
            perform(session.tick(now()));
            started.complete();
        }

        Ways ways() {
            return ways.orElseThrow(() -> new IllegalStateException("the client was not started"));
        }

        void onContext(Runnable action) {
            Context started = context;
            if (started == null) {
                throw new IllegalStateException("the client was not started");
            }
            started.runOnContext(v -> action.run());
        }
    }

    private HttpClientOptions options() {
        return target.tls()
                .client()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2))
                .setHttp2MaxPoolSize(1)
                .setConnectTimeout(Ways.PATIENCE_MILLIS)
                .setIdleTimeout(Wire.IDLE_SECONDS)
                .setMaxChunkSize(1 << 16);
    }

    private Instant now() {
        return clock.instant();
    }

    private void perform(List<Output> outputs) {
        for (Output output : outputs) {
            switch (output) {
                case Output.Connect connect -> connect(connect.connection());
                case Output.Send send ->
                    stream.filter(present -> present.is(send.connection()))
                            .ifPresent(present -> present.send(send.frame()));
                case Output.Disconnect disconnect -> disconnect(disconnect.connection());
                case Output.Keep keep -> keep(keep);
                case Output.Changed changed -> listener.changed(changed);
                case Output.Told told -> listener.told(told.frame());
            }
        }
    }

    private void connect(long connection) {
        running.ways()
                .reach()
                .onSuccess(reached -> connected(connection, reached))
                .onFailure(failure -> lost(connection, failure));
    }

    private void connected(long connection, Ways.Reached reached) {
        ClientStream next = new ClientStream(
                connection,
                reached.request(),
                () -> running.ways().request(reached.way(), Wire.FLOWS),
                frame -> perform(session.receive(connection, frame, now())),
                failure -> lost(connection, failure));
        stream.ifPresent(ClientStream::close);
        stream = Optional.of(next);
        way = Optional.of(reached.way());
        perform(session.connected(connection, now()));
    }

    private void lost(long connection, Throwable failure) {
        LOG.atInfo()
                .addKeyValue("connection", connection)
                .addKeyValue("reason", failure.getMessage())
                .log("no feed for now");
        disconnect(connection);
        listener.lost(failure);
        perform(session.disconnected(connection, now()));
    }

    private void disconnect(long connection) {
        Optional<ClientStream> closing = stream.filter(present -> present.is(connection));
        closing.ifPresent(present -> {
            stream = Optional.empty();
            way = Optional.empty();
            present.close();
        });
    }

    private void keep(Output.Keep keep) {
        Callable<Boolean> writing = () -> {
            keeper.write(keep.document());
            return true;
        };
        vertx.executeBlocking(writing, true).onComplete(result -> {
            if (result.failed()) {
                LOG.atError().setCause(result.cause()).log("the document could not be written");
            }
            perform(session.kept(keep.number(), result.succeeded(), now()));
        });
    }
}
