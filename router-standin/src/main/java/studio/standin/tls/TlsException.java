package studio.standin.tls;

/** The files of a profile cannot be used. */
public final class TlsException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With a sentence that names the file. */
    public TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
