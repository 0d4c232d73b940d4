package studio.feed.transport;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
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
    private static final int CONNECT_MILLIS = 20_000;

    private final Vertx vertx;
    private final Target target;
    private final ClientSession session;
    private final Keeper keeper;
    private final Listener listener;
    private final Clock clock;
    private final Running running = new Running();
    private Optional<ClientStream> stream = Optional.empty();

    /**
     * Where the server is and who it must be.
     *
     * @param host the address
     * @param port the port
     * @param uri  the URI in the certificate of whoever must be there
     * @param tls  what to show and whom to believe
     */
    public record Target(String host, int port, String uri, FeedTls tls) {}

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

        private Optional<HttpClient> client = Optional.empty();

        @Override
        public void start(Promise<Void> started) {
            client = Optional.of(vertx.createHttpClient(options()));
            vertx.setPeriodic(TICK_MILLIS, timer -> perform(session.tick(now())));
            perform(session.tick(now()));
            started.complete();
        }

        HttpClient client() {
            return client.orElseThrow(() -> new IllegalStateException("the client was not started"));
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
                .setConnectTimeout(CONNECT_MILLIS)
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
        request(Wire.FEED)
                .onSuccess(request -> connected(connection, request))
                .onFailure(failure -> lost(connection, failure));
    }

    private Future<HttpClientRequest> request(String path) {
        RequestOptions options = new RequestOptions()
                .setHost(target.host())
                .setPort(target.port())
                .setMethod(HttpMethod.POST)
                .setURI(path);
        return running.client().request(options).compose(this::trusted);
    }

    /** The certificate is good; it must also be the right one's. */
    private Future<HttpClientRequest> trusted(HttpClientRequest request) {
        Optional<String> uri = FeedTls.peer(request.connection().sslSession()).map(FeedTls.Peer::uri);
        if (uri.filter(target.uri()::equals).isPresent()) {
            // Its streams tell that it is gone; nobody else has to.
            request.connection().exceptionHandler(gone -> {});
            return Future.succeededFuture(request);
        }
        request.connection().close();
        return Future.failedFuture(
                new SecurityException("the server is " + uri.orElse("nobody") + ", not " + target.uri()));
    }

    private void connected(long connection, HttpClientRequest request) {
        ClientStream next = new ClientStream(
                connection,
                request,
                () -> request(Wire.FLOWS),
                frame -> perform(session.receive(connection, frame, now())),
                failure -> lost(connection, failure));
        stream.ifPresent(ClientStream::close);
        stream = Optional.of(next);
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
