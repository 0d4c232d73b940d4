package studio.cli.api;

import java.net.URI;

/** Nobody answers at the origin, or not in time. */
public final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreachableException(URI origin, String reason) {
        super(origin + " can't be reached: " + reason);
    }

    UnreachableException(URI origin, String reason, Throwable cause) {
        super(origin + " can't be reached: " + reason, cause);
    }
}
