package studio.identity.problem;

import java.time.Duration;
import java.util.Optional;
import studio.api.problem.Problem;
import studio.api.problem.ProblemType;

/** Ends a request with that problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final Duration retryAfter;

    private ProblemException(Problem problem, Duration retryAfter) {
        // Nobody reads its stack: it says no to a client, which is no fault.
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** Ends a request with that problem. */
    public static ProblemException of(Problem problem) {
        return new ProblemException(problem, Duration.ZERO);
    }

    /** Ends a request with a problem that has nothing but its detail. */
    public static ProblemException of(ProblemType type, String detail) {
        return of(Problem.of(type, detail));
    }

    /** The same, and when to try again. */
    public ProblemException retryAfter(Duration wait) {
        return new ProblemException(problem, wait);
    }

    /** The problem. */
    public Problem problem() {
        return problem;
    }

    /** When to try again, if that helps. */
    public Optional<Duration> retryAfter() {
        return Optional.of(retryAfter).filter(Duration::isPositive);
    }
}
