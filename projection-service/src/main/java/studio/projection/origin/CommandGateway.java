package studio.projection.origin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.api.json.StudioJson;
import studio.api.problem.Problem;
import studio.api.problem.ProblemType;
import studio.projection.config.CommandConfig;

/** Passes commands and sign-in on to the command service, so that browsers and programs know one origin alone. */
@ApplicationScoped
public class CommandGateway implements ProxyInterceptor {

    private static final Logger LOGGER = LoggerFactory.getLogger(CommandGateway.class);

    /** After the limits on requests, before our own resources. */
    private static final int ORDER = -1;

    private static final String API = "/api/v1/";
    private static final String OUTCOMES = "/api/v1/commands/";

    /** What our own resources answer, although it changes something. */
    private static final Pattern OURS = Pattern.compile(
            "/api/v1/(networks|backbones)/[^/]+/[a-z]+/[^/]+/claims" + "|/api/v1/networks/[^/]+/home/console-token");

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String RETRY_AFTER_SECONDS = "1";

    private final HttpProxy proxy;

    CommandGateway(Vertx vertx, CommandConfig config) {
        URI url = config.url();
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setReadIdleTimeout((int) config.silenceTimeout().toSeconds())
                .setMaxPoolSize(config.connectionLimit())
                .setTcpNoDelay(true)
                .setSsl("https".equals(url.getScheme()));
        // An upgrade to another protocol would leave all checks behind, and nothing there needs one.
        proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), vertx.createHttpClient(options))
                .origin(url.getPort() < 0 ? 80 : url.getPort(), url.getHost())
                .addInterceptor(this);
    }

    void register(@Observes Router router) {
        router.route(API + "*").order(ORDER).handler(this::route);
    }

    private void route(RoutingContext context) {
        if (isForCommands(context.request().method(), context.normalizedPath())) {
            proxy.handle(context.request());
        } else {
            context.next();
        }
    }

    private static boolean isForCommands(HttpMethod method, String path) {
        return (!READS.contains(method) || path.startsWith(OUTCOMES))
                && !OURS.matcher(path).matches();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Forwarding.describe(context.request());
        return context.sendRequest()
                .recover(failure -> Future.succeededFuture(unavailable(context.request(), failure)));
    }

    /** Nobody knows whether the command arrived; the same idempotency key makes trying again safe. */
    private static ProxyResponse unavailable(ProxyRequest request, Throwable failure) {
        LOGGER.atWarn()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", request.proxiedRequest().path())
                .addKeyValue("reason", failure.toString())
                .log("the command service does not answer");
        Problem problem = Problem.of(
                ProblemType.UNAVAILABLE,
                "commands cannot be given at the moment; if you gave one, give it again under the same"
                        + " Idempotency-Key");
        Buffer body = Buffer.buffer(StudioJson.json().valueToTree(problem).toString());
        return request.release()
                .response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .setBody(Body.body(body));
    }
}
