package studio.schema.registry;

import java.io.Serial;

/** The registry cannot be reached, or does not take a schema. */
public final class RegistryException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    RegistryException(String message) {
        super(message);
    }

    RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
