package studio.feed.transport;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.parsetools.RecordParser;
import java.util.function.Consumer;
import studio.feed.frame.Bounds;
import studio.feed.frame.Frame;
import studio.schema.feed.FrameCodec;

/** Frames on a stream of bytes: four bytes of length, then the frame. */
final class Wire {

    /** Where a session is. */
    static final String FEED = "/feed";

    /** Where summaries of flows go. */
    static final String FLOWS = "/flows";

    /** A peer that says nothing for so long is gone: more than three beats. */
    static final int IDLE_SECONDS = 120;

    private Wire() {}

    static Buffer encode(Frame frame) {
        byte[] bytes = FrameCodec.encode(frame);
        return Buffer.buffer(Integer.BYTES + bytes.length)
                .appendInt(bytes.length)
                .appendBytes(bytes);
    }

    /** Cuts what comes into frames; what it can't read goes to {@code refuse}, once. */
    static Handler<Buffer> decoder(Consumer<byte[]> frames, Consumer<IllegalArgumentException> refuse) {
        return new Decoder(frames, refuse);
    }

    private static final class Decoder implements Handler<Buffer> {

        private final RecordParser parser = RecordParser.newFixed(Integer.BYTES);
        private final Consumer<byte[]> frames;
        private final Consumer<IllegalArgumentException> refuse;
        private boolean inFrame;
        private boolean refused;

        Decoder(Consumer<byte[]> frames, Consumer<IllegalArgumentException> refuse) {
            this.frames = frames;
            this.refuse = refuse;
            parser.setOutput(this::part);
        }

        @Override
        public void handle(Buffer bytes) {
            if (!refused) {
                parser.handle(bytes);
            }
        }

        private void part(Buffer part) {
            if (refused) {
                return;
            }
            try {
                if (inFrame) {
                    inFrame = false;
                    parser.fixedSizeMode(Integer.BYTES);
                    frames.accept(part.getBytes());
                } else {
                    int length = part.getInt(0);
                    if (length < 1 || length > Bounds.MAX_FRAME) {
                        throw new IllegalArgumentException(
                                "a frame of " + length + " bytes; the most is " + Bounds.MAX_FRAME);
                    }
                    inFrame = true;
                    parser.fixedSizeMode(length);
                }
            } catch (IllegalArgumentException e) {
                refused = true;
                refuse.accept(e);
            }
        }
    }
}
