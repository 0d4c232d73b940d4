package studio.feed.transport;

import io.vertx.core.http.HttpServerResponse;
import studio.feed.frame.Frame;
import studio.feed.transport.Directory.Place;

/** The way down to one peer. One that does not read can make a few small frames wait beside the one delivery, and no more. */
final class ServerStream {

    private static final int MAX_QUEUE = 64 * 1024;
    private static final int MAX_WAITING = 64;

    private final HttpServerResponse response;
    private final Place place;
    private final FeedTls.Peer peer;
    private int waiting;

    ServerStream(HttpServerResponse response, Place place, FeedTls.Peer peer) {
        this.response = response.setChunked(true).setWriteQueueMaxSize(MAX_QUEUE);
        this.place = place;
        this.peer = peer;
    }

    /** Who it is, as its certificate says. */
    FeedTls.Peer peer() {
        return peer;
    }

    Place place() {
        return place;
    }

    /** Sends a frame, or says that the peer has not read for too long. */
    boolean send(Frame.Down frame) {
        boolean full = response.writeQueueFull();
        waiting = full ? waiting + 1 : 0;
        if (waiting > MAX_WAITING) {
            return false;
        }
        // Whoever has not read the last bookmark does not miss this one.
        if (!(full && frame instanceof Frame.Bookmark)) {
            response.write(Wire.encode(frame));
        }
        return true;
    }

    /** Does something when there is room for more, which may be now. */
    void whenWritable(Runnable action) {
        if (response.writeQueueFull()) {
            response.drainHandler(drained -> {
                response.drainHandler(null);
                action.run();
            });
        } else {
            action.run();
        }
    }

    void end() {
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }
}
