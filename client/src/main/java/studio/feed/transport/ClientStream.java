package studio.feed.transport;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.feed.frame.Frame;
import studio.schema.feed.FrameCodec;

/** One connection's streams: the session's, and that of flows when there are some. */
final class ClientStream {

    private static final int OK = 200;

    private final long connection;
    private final HttpClientRequest request;
    private final Supplier<Future<HttpClientRequest>> opener;
    private final Consumer<Frame.Down> frames;
    private final Consumer<Throwable> lost;
    private Optional<HttpClientRequest> flowStream = Optional.empty();
    private Optional<Frame.Flows> waiting = Optional.empty();
    private boolean opening;
    private boolean closed;

    ClientStream(
            long connection,
            HttpClientRequest request,
            Supplier<Future<HttpClientRequest>> opener,
            Consumer<Frame.Down> frames,
            Consumer<Throwable> lost) {
        this.connection = connection;
        this.request = request;
        this.opener = opener;
        this.frames = frames;
        this.lost = lost;
        request.setChunked(true).exceptionHandler(this::fail);
        request.response().onSuccess(this::respond).onFailure(this::fail);
        request.sendHead().onFailure(this::fail);
    }

    private void respond(HttpClientResponse response) {
        if (response.statusCode() != OK) {
            fail(new IllegalStateException("the server answers " + response.statusCode()));
            return;
        }
        response.handler(Wire.decoder(bytes -> frames.accept(FrameCodec.decodeDown(bytes)), this::fail))
                .endHandler(end -> fail(new IllegalStateException("the server has ended the session")))
                .exceptionHandler(this::fail);
    }

    private void fail(Throwable failure) {
        if (!closed) {
            lost.accept(failure);
        }
    }

    boolean is(long number) {
        return connection == number;
    }

    /** Whether a frame that is no answer would go. */
    boolean hasRoom() {
        return !request.writeQueueFull();
    }

    /** Sends a frame. When there is no room, only answers go: everything else is said again later, or is not missed. */
    void send(Frame.Up frame) {
        boolean answer = frame instanceof Frame.Ack || frame instanceof Frame.Nack;
        if (answer || hasRoom()) {
            request.write(Wire.encode(frame));
        }
    }

    void flows(Frame.Flows flows) {
        waiting = Optional.of(flows);
        if (flowStream.isPresent()) {
            sendFlows(flowStream.get());
        } else if (!opening) {
            opening = true;
            opener.get().onSuccess(this::opened).onFailure(failure -> opening = false);
        }
    }

    private void opened(HttpClientRequest stream) {
        opening = false;
        stream.setChunked(true).exceptionHandler(gone -> flowStream = Optional.empty());
        flowStream = Optional.of(stream);
        stream.sendHead().onSuccess(sent -> sendFlows(stream));
    }

    private void sendFlows(HttpClientRequest stream) {
        if (stream.writeQueueFull()) {
            stream.drainHandler(drained -> sendFlows(stream));
        } else {
            waiting.ifPresent(latest -> stream.write(Wire.encode(latest)));
            waiting = Optional.empty();
        }
    }

    void close() {
        closed = true;
        request.reset();
        flowStream.ifPresent(HttpClientRequest::reset);
    }
}
