package studio.identity;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;
import studio.api.problem.ProblemType;
import studio.identity.problem.ProblemException;

/**
 * Refuses what another site's page has a browser send (cross-site request forgery), besides the cookie's {@code SameSite}. Browsers
 * say where a request comes from in {@code Sec-Fetch-Site}, or at least in {@code Origin}; a request with neither is no browser's.
 */
final class SameOrigin {

    private SameOrigin() {}

    static void require(ContainerRequestContext request) {
        Optional<String> site = header(request, "Sec-Fetch-Site");
        boolean same = site.isPresent()
                ? site.get().equals("same-origin") || site.get().equals("none")
                : header(request, "Origin")
                        .map(origin -> isOwn(origin, request))
                        .orElse(true);
        if (!same) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN, "a page of another origin may not do that in the name of a session");
        }
    }

    /** The public origin passes the host it was called by on as X-Forwarded-Host. */
    private static boolean isOwn(String origin, ContainerRequestContext request) {
        String host = header(request, "X-Forwarded-Host")
                .or(() -> header(request, HttpHeaders.HOST))
                .orElse("");
        try {
            return host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Optional<String> header(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getHeaderString(name));
    }
}
