package studio.domain.broken;

import java.net.http.HttpClient;
import java.util.Optional;

/** Uses a module beyond java.base, as nothing in the domain may. */
public final class Librarian {

    Optional<HttpClient> client = Optional.empty();
}
