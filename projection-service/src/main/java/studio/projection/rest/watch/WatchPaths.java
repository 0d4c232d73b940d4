package studio.projection.rest.watch;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Leads whoever asks a list or an object for server-sent events to the one resource that has them. Each of them could have a method for
 * that, and all would be the same.
 */
public class WatchPaths {

    private static final String API = "/api/v1/";
    private static final Pattern WATCHABLE =
            Pattern.compile(API + "(?<rest>(users|backbones|libraries|networks)(/[^/]+){0,3})/?");

    /** Puts the resource's own path in place of the public one. */
    @ServerRequestFilter(preMatching = true)
    public void lead(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        Matcher path = WATCHABLE.matcher(uri.getRawPath());
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        boolean events = accept != null && accept.startsWith(MediaType.SERVER_SENT_EVENTS);
        if (request.getMethod().equals(HttpMethod.GET) && events && path.matches()) {
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            request.setRequestUri(uri.resolve(WatchResource.PATH + "/" + path.group("rest") + query));
        }
    }

    /** Says whether what is at that path can be watched. */
    public static boolean isWatchable(String path) {
        return WATCHABLE.matcher(path).matches();
    }
}
