package studio.projection.origin;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers each address of a console with that console's one page, whose script then shows the place. All other addresses stay what
 * they are, so that a wrong one is still not found. The page names its files by their content: they are kept for ever, it never.
 */
@ApplicationScoped
public class ConsolePages {

    /** Before the files of the same paths. */
    private static final int ORDER = -2;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Pattern ASSETS = Pattern.compile("/(admin/)?assets/.+");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_FIRST = "no-cache";

    private final List<Page> pages = List.of(
            Page.of(
                    "index.html",
                    "/(index\\.html|(access-points|account|libraries|networks|new-network|users)(/.*)?)?"),
            Page.of("admin/index.html", "/admin(/(?!assets/|favicon\\.svg$).*)?"));

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (READS.contains(context.request().method())) {
            String path = context.normalizedPath();
            if (ASSETS.matcher(path).matches()) {
                context.addHeadersEndHandler(done -> keepForEver(context.response()));
            } else {
                for (Page page : pages) {
                    if (page.paths().matcher(path).matches()) {
                        page.send(context);
                        return;
                    }
                }
            }
        }
        context.next();
    }

    /** That there is no such file is nothing to keep. */
    private static void keepForEver(HttpServerResponse response) {
        if (response.getStatusCode() < HttpResponseStatus.BAD_REQUEST.code()) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        }
    }

    /**
     * The page of a console.
     *
     * @param content what it is
     * @param paths   where it is
     */
    private record Page(Buffer content, Pattern paths) {

        static Page of(String file, String paths) {
            String resource = "META-INF/resources/" + file;
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            try (InputStream stream = Objects.requireNonNull(loader.getResourceAsStream(resource), resource)) {
                return new Page(Buffer.buffer(stream.readAllBytes()), Pattern.compile(paths));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void send(RoutingContext context) {
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .putHeader(HttpHeaders.CACHE_CONTROL, ASK_FIRST)
                    .end(content);
        }
    }
}
