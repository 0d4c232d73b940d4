package studio.agent.feed;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import studio.agent.loop.Documents;
import studio.feed.frame.Frame;
import studio.feed.frame.ItemStatus;

/** The feed, as an agent sees it. */
public interface Feed extends AutoCloseable {

    /** What the site is to have: the last good document from the first moment on. */
    Documents documents();

    /** Says how items do: those that do differently than before, and keys of those that there are no more. */
    void status(Collection<ItemStatus> changed, Collection<String> gone);

    /**
     * Says what the participant decided. It is kept on the disk until it is answered.
     *
     * @return whether there was room for it
     */
    boolean decide(Frame.Decide decision);

    /** Tells what became of decisions, on any thread. */
    void onDecided(Consumer<Frame.Decided> listener);

    /** Asks for a certificate, until the document has it. */
    void request(Frame.Csr csr);

    /** Tells what went through the site's router; what is older and not sent yet is left out. */
    void flows(Frame.Flows flows);

    /**
     * Says that everything is cleaned up, after a farewell or an item that decommissions the site.
     *
     * @param said told once that it was said, on any thread
     */
    void cleaned(Runnable said);

    /** Whether the other end has spoken in the present session. */
    boolean isLive();

    /** Whether the last session ran through the site's own router, because the other end could not be reached directly. */
    boolean isRouted();

    /** Says that the site's own router is connected now, and the other end can perhaps be reached through it. */
    void hurry();

    /** When the other end spoke last, in this life of the agent. */
    Optional<Instant> lastHeard();

    @Override
    void close();
}
