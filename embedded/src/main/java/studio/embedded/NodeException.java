package studio.embedded;

import java.util.List;
import java.util.stream.Collectors;

/** Something that a person has to know or do; the message says what, plainly and completely. */
public final class NodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says it. */
    public NodeException(String message) {
        super(message);
    }

    /** Says it, and keeps what caused it. */
    public NodeException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Several at once, a line for each. */
    static NodeException all(List<Throwable> failures) {
        NodeException all = new NodeException(failures.stream()
                .map(failure -> failure instanceof NodeException ? failure.getMessage() : failure.toString())
                .collect(Collectors.joining("\n")));
        failures.forEach(all::addSuppressed);
        return all;
    }
}
