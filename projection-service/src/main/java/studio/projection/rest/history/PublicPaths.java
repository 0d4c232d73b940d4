package studio.projection.rest.history;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Leads {@code /api/v1/backbones/acme/history} and its like to the one resource that tells history. It could not have that path
 * itself for streams of every type: the resources of each type are looked at first, and nobody else after them.
 */
public class PublicPaths {

    private static final String API = "/api/v1/";
    private static final Pattern HISTORY =
            Pattern.compile(API + "(?<rest>[^/]+/[^/]+(/[^/]+/[^/]+)?/(history|diff|why))");

    /** Puts the resource's own path in place of the public one. */
    @ServerRequestFilter(preMatching = true)
    public void lead(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        Matcher path = HISTORY.matcher(uri.getRawPath());
        if (request.getMethod().equals(HttpMethod.GET) && path.matches()) {
            String own = HistoryResource.PATH + "/" + path.group("rest");
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            request.setRequestUri(uri.resolve(own + query));
        }
    }

    /** The public path of one of that resource's paths; any other path stays as it is. */
    public static String of(String path) {
        return path.startsWith(HistoryResource.PATH + "/")
                ? API + path.substring(HistoryResource.PATH.length() + 1)
                : path;
    }
}
