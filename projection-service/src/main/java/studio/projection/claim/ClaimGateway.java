package studio.projection.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.api.json.StudioJson;
import studio.api.problem.Problem;
import studio.api.problem.ProblemType;
import studio.domain.kernel.Digest;
import studio.identity.problem.ProblemException;
import studio.projection.config.CommandConfig;

/** Has the command service decide claims. Nothing of a claim is logged: it holds a token. */
@ApplicationScoped
public class ClaimGateway {

    private static final Logger LOGGER = LoggerFactory.getLogger(ClaimGateway.class);
    private static final String CLAIMS = "/internal/v1/claims/";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final HttpClient client;
    private final RequestOptions target;

    ClaimGateway(Vertx vertx, CommandConfig config) {
        URI url = config.url();
        boolean secure = "https".equals(url.getScheme());
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setMaxPoolSize(config.connectionLimit())
                .setSsl(secure));
        this.target = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(url.getHost())
                .setPort(url.getPort() < 0 ? (secure ? 443 : 80) : url.getPort())
                .setTimeout(config.silenceTimeout().toMillis())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    }

    /**
     * Gives a claim; the answer is the digest of the key by which whoever was let in is known. A problem if it is refused.
     *
     * @param place what is claimed, as a path
     * @param claim the claim as it came
     * @param from  who brought it
     */
    public Uni<Digest> give(String place, String claim, HttpServerRequest from) {
        RequestOptions options = new RequestOptions(target).setURI(CLAIMS + place);
        List<String> hops = new ArrayList<>(from.headers().getAll(FORWARDED_FOR));
        hops.add(from.remoteAddress().hostAddress());
        options.putHeader(FORWARDED_FOR, String.join(", ", hops));
        return Uni.createFrom()
                .completionStage(() -> client.request(options)
                        .compose(request -> request.send(Buffer.buffer(claim)))
                        .compose(response -> response.body().map(body -> answer(response.statusCode(), body)))
                        .toCompletionStage())
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(ClaimGateway::unavailable);
    }

    private static Digest answer(int status, Buffer body) {
        try {
            JsonNode answer = StudioJson.json().readTree(body.toString());
            if (status == HttpResponseStatus.OK.code()) {
                return new Digest(answer.path("key").asText());
            }
            throw ProblemException.of(StudioJson.json().treeToValue(answer, Problem.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the command service answers a claim with " + status, e);
        }
    }

    private static ProblemException unavailable(Throwable failure) {
        LOGGER.atWarn().addKeyValue("reason", failure.toString()).log("the command service does not answer a claim");
        return ProblemException.of(ProblemType.UNAVAILABLE, "claims cannot be decided at the moment")
                .retryAfter(SOON);
    }
}
