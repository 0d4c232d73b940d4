package studio.identity;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import studio.api.problem.ProblemType;
import studio.identity.problem.ProblemException;

/**
 * Lets a request reach its resource only with an identity, and only if what the identity was known by allows the method. Whatever
 * is not marked {@link Anonymous} is closed.
 */
public class Authentication {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "bearer ";

    private final Identities identities;
    private final Caller caller;
    private final CommandRate rate;

    Authentication(Identities identities, Caller caller, CommandRate rate) {
        this.identities = identities;
        this.caller = caller;
        this.rate = rate;
    }

    /** Finds the identity, or refuses the request. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Uni<Void> authenticate(ContainerRequestContext request, ResourceInfo resource) {
        boolean write = !SAFE_METHODS.contains(request.getMethod());
        Optional<Secret> token = bearerToken(request);
        if (token.isEmpty() && write) {
            SameOrigin.require(request);
        }
        if (isAnonymous(resource)) {
            return Uni.createFrom().voidItem();
        }
        return token.map(identities::byToken)
                .or(() -> cookie(request).map(identities::bySession))
                .orElseThrow(() -> unknown("send an API token as a bearer token, or sign in"))
                .map(identity ->
                        identity.orElseThrow(() -> unknown("the token or session is not valid, or not any more")))
                .invoke(identity -> enter(identity, write))
                .replaceWithVoid();
    }

    private void enter(Identity identity, boolean write) {
        if (write ? !identity.mayWrite() : !identity.mayRead()) {
            String scope = write ? "write" : "read";
            throw ProblemException.of(ProblemType.FORBIDDEN, "this API token does not have the scope '" + scope + "'");
        }
        if (write) {
            rate.take(identity);
        }
        caller.is(identity);
    }

    private static boolean isAnonymous(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        return method.isAnnotationPresent(Anonymous.class)
                || method.getDeclaringClass().isAnnotationPresent(Anonymous.class);
    }

    private static Optional<Secret> bearerToken(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> new Secret(header.substring(BEARER.length()).strip()));
    }

    private static Optional<Secret> cookie(ContainerRequestContext request) {
        return Optional.ofNullable(request.getCookies().get(SessionCookie.NAME))
                .map(Cookie::getValue)
                .map(Secret::new);
    }

    private static ProblemException unknown(String detail) {
        return ProblemException.of(ProblemType.NOT_SIGNED_IN, detail);
    }
}
