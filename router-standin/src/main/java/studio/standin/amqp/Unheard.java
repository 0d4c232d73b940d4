package studio.standin.amqp;

import java.util.concurrent.Future;

/** Outcomes that nobody waits for: what matters of them is heard as an event of the channel. */
public final class Unheard {

    private Unheard() {}

    /** Lets that outcome go. */
    public static void outcome(Future<?> unheard) {
        assert unheard != null : "there is always an outcome";
    }
}
