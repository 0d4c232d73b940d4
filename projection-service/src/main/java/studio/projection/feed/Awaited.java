package studio.projection.feed;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.api.problem.ProblemType;
import studio.domain.kernel.StreamKey;
import studio.feed.frame.Frame;
import studio.feed.transport.Directory.Place;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.OutcomeCodec;
import studio.schema.feed.FrameCodec;

/** Which decisions wait for their outcomes, and who is told. From several threads; never more than a limit. */
final class Awaited {

    /** What a decision's outcome is called that was taken. */
    static final String ACCEPTED = "accepted";

    private static final Logger LOGGER = LoggerFactory.getLogger(Awaited.class);

    private final int limit;
    private final BiConsumer<Place, Frame.Down> teller;
    private final Map<Key, Given.Answer> waiting = new ConcurrentHashMap<>();

    private record Key(StreamKey stream, String command) {}

    /** Nobody waits yet; {@code teller} tells a home something, from any thread. */
    Awaited(int limit, BiConsumer<Place, Frame.Down> teller) {
        this.limit = limit;
        this.teller = teller;
    }

    /** The outcome of that command is waited for from now on. One that there is no room for is asked about again. */
    void await(String command, StreamKey stream, Given.Answer answer) {
        if (waiting.size() < limit) {
            waiting.put(new Key(stream, command), answer);
        }
    }

    /** Nobody waits any more for what has taken too long. */
    void tick(Instant now) {
        waiting.values().removeIf(answer -> now.isAfter(answer.until()));
    }

    /** What became of a command, whoever gave it. */
    void decided(ConsumerRecord<String, byte[]> record) {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            CommandOutcome outcome = OutcomeCodec.decode(Encoded.read(record.headers(), record.value()));
            Given.Answer answer = waiting.remove(new Key(outcome.stream(), outcome.commandId()));
            if (answer != null) {
                outcome.rejection()
                        .ifPresentOrElse(
                                refusal -> answer(
                                        answer, ProblemType.of(refusal.reason()).slug(), refusal.detail()),
                                () -> answer(answer, ACCEPTED, ""));
            }
        } catch (IllegalArgumentException unreadable) {
            LOGGER.atError()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .setCause(unreadable)
                    .log("an outcome cannot be read; whoever waits for it has to ask again");
        }
    }

    /** Tells a site, through its home, what became of its decision. */
    void answer(Given.Answer answer, String outcome, String detail) {
        byte[] decided = FrameCodec.encode(new Frame.Decided(answer.seq(), outcome, detail));
        teller.accept(
                answer.place(),
                new Frame.ToSite(answer.audience(), ByteBuffer.wrap(decided).asReadOnlyBuffer()));
    }
}
