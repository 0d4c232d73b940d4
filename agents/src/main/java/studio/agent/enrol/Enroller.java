package studio.agent.enrol;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Claims a place until it is given or refused, and fills the site's directory. */
public final class Enroller {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final double SPREAD = 0.2;

    private final EnrolmentFiles files;
    private final Consumer<String> progress;
    private final RandomGenerator random;

    /** Tells people what it waits for. */
    public Enroller(EnrolmentFiles files, Consumer<String> progress, RandomGenerator random) {
        this.files = files;
        this.progress = progress;
        this.random = random;
    }

    /** Nobody will be let in. */
    public static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient ClaimAnswer.Refused answer;

        RefusedException(ClaimAnswer.Refused answer) {
            super(answer.detail() + " [" + answer.slug() + "]", null, false, false);
            this.answer = answer;
        }

        /** What whoever reads this can do. */
        public List<String> advice() {
            return ClaimAnswer.advice(answer.slug());
        }
    }

    /**
     * Claims. Whoever asked before with this directory asks with the same key, and gets the same answer.
     *
     * @throws RefusedException if asking again makes no sense
     * @throws IOException      if the directory can't be read or written
     */
    public Enrolment enrol(JoinBundle bundle, Claim claim) throws IOException, RefusedException, InterruptedException {
        String request = files.request();
        Duration pause = FIRST_PAUSE;
        String last = "";
        try (ClaimClient client = new ClaimClient(bundle)) {
            while (true) {
                ClaimAnswer answer = ask(client, claim, request);
                String why;
                switch (answer) {
                    case ClaimAnswer.Claimed claimed -> {
                        files.keep(claimed);
                        return claimed.enrolment();
                    }
                    case ClaimAnswer.Pending pending -> {
                        why = "waits: " + pending.detail();
                        pause = pending.pause();
                    }
                    case ClaimAnswer.Refused refused -> {
                        if (!refused.retryable()) {
                            throw new RefusedException(refused);
                        }
                        why = refused.detail() + "; asks again";
                        pause = longer(pause, refused.pause());
                    }
                }
                if (!why.equals(last)) {
                    progress.accept(why);
                    last = why;
                }
                // Nobody tells when the answer would be another one.
                LockSupport.parkNanos(jittered(pause).toNanos());
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while it waited for an answer");
                }
            }
        }
    }

    /** Whoever cannot be reached may be later. */
    private ClaimAnswer ask(ClaimClient client, Claim claim, String request) throws InterruptedException {
        try {
            return client.ask(claim, request);
        } catch (IOException e) {
            return new ClaimAnswer.Refused("unreachable", "cannot be reached: " + e, true, Duration.ZERO);
        }
    }

    private static Duration longer(Duration pause, Duration atLeast) {
        Duration doubled = pause.multipliedBy(2);
        Duration next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return next.compareTo(atLeast) < 0 ? atLeast : next;
    }

    private Duration jittered(Duration pause) {
        return Duration.ofMillis((long) (pause.toMillis() * (1 + SPREAD * random.nextDouble())));
    }
}
