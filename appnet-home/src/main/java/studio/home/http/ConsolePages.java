package studio.home.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Serves the console of networks. Each of its places is its one page, whose script then shows it; the page names its files by their content:
 * they are kept for ever, it never. Nobody needs a session for what is the same for everybody.
 */
@ApplicationScoped
public class ConsolePages {

    /** Vert.x looks in the working directory first, and the source tree has a directory {@code consoles/network}. */
    private static final String FILES = "META-INF/consoles/network";

    private static final String START = "/index.html";

    /** Before the framework's own: the other consoles' files come with the same library, and are for other hosts. */
    private static final int ORDER = -2;

    private static final Pattern OTHERS = Pattern.compile("/(api|q|health|metrics)(/.*)?");
    private static final Pattern FILE = Pattern.compile("/(assets/.+|[^/]+\\.[a-z0-9]+)");

    void register(@Observes Router router) {
        StaticHandler files =
                StaticHandler.create(FILES).setIncludeHidden(false).setDirectoryListing(false);
        router.get().order(ORDER).handler(context -> {
            String path = context.normalizedPath();
            if (OTHERS.matcher(path).matches()) {
                context.next();
                return;
            }
            Guard.addHeaders(context.response().headers());
            boolean kept = path.startsWith("/assets/");
            context.response()
                    .headers()
                    .set(HttpHeaders.CACHE_CONTROL, kept ? "public, max-age=31536000, immutable" : "no-cache");
            serve(context, path, files);
        });
        router.get().order(ORDER).handler(ConsolePages::notFound);
    }

    private static void serve(RoutingContext context, String path, StaticHandler files) {
        if (path.equals(START) || FILE.matcher(path).matches()) {
            files.handle(context);
        } else {
            context.reroute(START);
        }
    }

    private static void notFound(RoutingContext context) {
        if (OTHERS.matcher(context.normalizedPath()).matches()) {
            context.next();
        } else {
            context.response().headers().set(HttpHeaders.CACHE_CONTROL, "no-store");
            context.response().setStatusCode(404).end();
        }
    }
}
