package studio.cli.api;

/** It is not known whom to ask, or as whom. */
public final class ContextException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ContextException(String message) {
        super(message);
    }
}
