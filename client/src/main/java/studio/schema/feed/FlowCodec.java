package studio.schema.feed;

import java.nio.ByteBuffer;
import studio.feed.frame.FlowReport;
import studio.feed.frame.Frame;

/** Writes and reads reports of traffic: a byte for the version of the protocol, and the record. */
public final class FlowCodec {

    private static final String REPORT = FlowReport.class.getSimpleName();

    private FlowCodec() {}

    /** Encodes a report. */
    public static ByteBuffer encode(FlowReport report) {
        byte[] body = FeedSchema.encode(REPORT, report);
        return ByteBuffer.allocate(1 + body.length)
                .put((byte) Frame.PROTOCOL)
                .put(body)
                .flip()
                .asReadOnlyBuffer();
    }

    /**
     * Decodes a report.
     *
     * @throws UnknownProtocolException if it is of another version of the protocol
     * @throws IllegalArgumentException if the bytes are none
     */
    public static FlowReport decode(ByteBuffer bytes) {
        ByteBuffer rest = bytes.duplicate();
        if (!rest.hasRemaining()) {
            throw new IllegalArgumentException("a report of traffic has at least one byte");
        }
        byte version = rest.get();
        if (version != Frame.PROTOCOL) {
            throw new UnknownProtocolException(version);
        }
        byte[] body = new byte[rest.remaining()];
        rest.get(body);
        return FeedSchema.decode(REPORT, body, FlowReport.class);
    }
}
