package studio.home.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import studio.api.problem.ProblemType;
import studio.domain.kernel.Uid;

/** Who may ask: a browser on this machine that calls the home by its name, from its own pages, with a session. */
final class Guard {

    /** The cookie of a session. */
    static final String COOKIE = "studio-home";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src"
                    + " 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final SignIn signIn;
    private final Set<String> hosts;

    Guard(SignIn signIn, Set<String> hosts) {
        this.signIn = signIn;
        this.hosts = Set.copyOf(hosts);
    }

    /** On everything: a page of another name or origin, as by a changed address of a name, gets nothing. */
    void check(RoutingContext context) {
        addHeaders(context.response().headers());
        context.response().headers().set(HttpHeaders.CACHE_CONTROL, "no-store");
        String authority = Optional.ofNullable(context.request().authority())
                .map(host -> host.host())
                .orElse("");
        if (!hosts.contains(authority)) {
            Answers.problem(context, ProblemType.FORBIDDEN, "call it by one of the names " + hosts);
        } else if (!isOwnOrigin(context)) {
            Answers.problem(context, ProblemType.FORBIDDEN, "a page of another origin may not do that");
        } else {
            context.next();
        }
    }

    /** What tells browsers to do nothing that nobody asked for. */
    static void addHeaders(MultiMap headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
    }

    private static boolean isOwnOrigin(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return true;
        }
        try {
            return String.valueOf(context.request().authority())
                    .equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** On everything but signing in. */
    void requireSession(RoutingContext context) {
        if (reach(context, signIn, Instant.now()).isPresent()) {
            context.next();
        } else {
            Answers.problem(
                    context,
                    ProblemType.NOT_SIGNED_IN,
                    "open the network's console from the user console, or the link in the file sign-in-link of the"
                            + " homes");
        }
    }

    /** Says whether the session of a request shows that network. */
    boolean shows(RoutingContext context, Uid network) {
        return reach(context, signIn, Instant.now())
                .filter(reach -> reach.shows(network))
                .isPresent();
    }

    /** How far the session of a request reaches, if it has one. */
    static Optional<Reach> reach(RoutingContext context, SignIn signIn, Instant now) {
        return Optional.ofNullable(context.request().getCookie(COOKIE))
                .map(Cookie::getValue)
                .flatMap(token -> signIn.find(token, now));
    }
}
