package studio.standin.manage;

/** A request that is refused, with the router's code and words. */
final class ManagementException extends Exception {

    private static final long serialVersionUID = 1L;

    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int INTERNAL = 500;
    static final int NOT_IMPLEMENTED = 501;

    private final int code;

    ManagementException(int code, String description) {
        super(description);
        this.code = code;
    }

    static ManagementException bad(String description) {
        return new ManagementException(BAD_REQUEST, description);
    }

    /** A failure in the router's core, as its agent passes it on. */
    static ManagementException core(String description) {
        return new ManagementException(INTERNAL, "CError: " + description);
    }

    int code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
