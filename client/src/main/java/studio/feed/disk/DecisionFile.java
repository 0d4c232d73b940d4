package studio.feed.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.feed.frame.Frame;
import studio.schema.feed.KeptCodec;

/** Decisions that nobody has answered yet, and the number of the last one: what was decided offline outlives the program. */
public final class DecisionFile {

    private final AtomicFile file;
    private final List<Frame.Decide> pending;
    private long lastSeq;

    /**
     * Reads what is there.
     *
     * @throws IOException if the file can't be read at all
     */
    public DecisionFile(Path file) throws IOException {
        this.file = new AtomicFile(file, Disk.real());
        Optional<KeptCodec.Decisions> kept = this.file.read().map(KeptCodec::decodeDecisions);
        this.pending = new ArrayList<>(kept.map(KeptCodec.Decisions::pending).orElse(List.of()));
        this.lastSeq = kept.map(KeptCodec.Decisions::lastSeq).orElse(0L);
    }

    /** Those that wait for an answer, the oldest first. */
    public List<Frame.Decide> pending() {
        return List.copyOf(pending);
    }

    /** The number that the next decision has. */
    public long nextSeq() {
        return lastSeq + 1;
    }

    /**
     * Writes down a decision, before it is sent.
     *
     * @throws IOException if that can't be done; the decision is not made then
     * @throws IllegalArgumentException if its number is not above that of the last one
     */
    public void add(Frame.Decide decision) throws IOException {
        if (decision.seq() < nextSeq()) {
            throw new IllegalArgumentException("seq must be at least " + nextSeq());
        }
        List<Frame.Decide> longer = new ArrayList<>(pending);
        longer.add(decision);
        file.write(KeptCodec.encode(new KeptCodec.Decisions(decision.seq(), longer)));
        pending.add(decision);
        lastSeq = decision.seq();
    }

    /**
     * Forgets a decision that was answered.
     *
     * @throws IOException if that can't be done; it will be sent again then, which does no harm
     */
    public void answered(long seq) throws IOException {
        if (pending.removeIf(decision -> decision.seq() == seq)) {
            file.write(KeptCodec.encode(new KeptCodec.Decisions(lastSeq, pending)));
        }
    }
}
