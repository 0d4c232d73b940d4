package studio.home.http;

import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.api.problem.ProblemType;
import studio.home.config.HomeConfig;
import studio.home.relay.Look;
import studio.home.relay.NetworkHome;
import studio.home.service.HomesRuntime;
import studio.home.view.DecisionView;
import studio.home.view.FlowView;
import studio.home.view.ServiceLinks;
import studio.home.view.Topologies;
import studio.home.view.Traffics;

/** The networks' interface for people: what each home holds, and who may see it. */
@ApplicationScoped
public class HomeRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(HomeRoutes.class);

    /** A pass brings the certificates of who signed it. */
    private static final int MAX_BODY = 16_384;

    private static final int MAX_ROWS = 5_000;
    private static final String NETWORKS = "/api/v1/networks";

    private final HomesRuntime runtime;
    private final HomeConfig config;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Guard guard;
    private final Watches watches;
    private final Path link;

    HomeRoutes(Vertx vertx, HomesRuntime runtime, HomeConfig config) {
        this.runtime = runtime;
        this.config = config;
        this.link = config.directory().resolve("sign-in-link");
        this.signIn =
                new SignIn(link, config.console().session(), config.console().sessionLimit());
        this.sessions = new Sessions(runtime, config, signIn);
        this.guard = new Guard(signIn, config.console().hosts());
        this.watches = new Watches(vertx, config.console().watcherLimit());
    }

    /** A network, as the list names it. */
    record Named(String name, String uid) {}

    /** All of a list. */
    record Listed<T>(List<T> items) {}

    void started(@ObservesAsync HttpServerStart start) throws IOException {
        signIn.begin("http://127.0.0.1:" + start.options().getPort());
        LOG.atInfo().addKeyValue("file", link).log("a link to sign in with is in a file");
    }

    void register(@Observes Router router) {
        router.route("/api/*").handler(guard::check);
        router.post("/api/v1/session")
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                .handler(sessions::open);
        router.route("/api/*").handler(guard::requireSession);
        router.get(NETWORKS).handler(context -> Answers.json(context, new Listed<>(networks(context))));
        router.get(NETWORKS + "/:network/topology")
                .handler(context -> answer(
                        context, look -> Topologies.draw(look, config.console().siteLimit(), Instant.now())));
        router.get(NETWORKS + "/:network/traffic")
                .handler(context ->
                        answerWithLinks(context, (look, links) -> Traffics.draw(look, links, Instant.now())));
        router.get(NETWORKS + "/:network/flows").handler(this::flows);
        router.get(NETWORKS + "/:network/decisions")
                .handler(context -> answer(context, look -> new Listed<>(DecisionView.list(look, MAX_ROWS))));
        router.get(NETWORKS + "/:network/watch")
                .handler(context -> find(context).ifPresent(home -> watches.open(context, home)));
        router.route("/api/*")
                .handler(context -> Answers.problem(context, ProblemType.NOT_FOUND, "there is no such path"));
    }

    private void flows(RoutingContext context) {
        try {
            FlowView.Wanted wanted = FlowQuery.read(context.queryParams());
            answerWithLinks(context, (look, links) -> FlowView.list(look, links, wanted));
        } catch (IllegalArgumentException e) {
            Answers.problem(context, ProblemType.INVALID_VALUE, String.valueOf(e.getMessage()));
        }
    }

    private List<Named> networks(RoutingContext context) {
        return runtime.homes().running().stream()
                .filter(home -> guard.shows(context, home.holder().uri().network()))
                .map(home -> new Named(
                        home.holder().name(), home.holder().uri().network().toString()))
                .sorted(Comparator.comparing(Named::name))
                .toList();
    }

    private <T> void answerWithLinks(RoutingContext context, BiFunction<Look, ServiceLinks, T> question) {
        find(context).ifPresent(home -> {
            String network = home.holder().name();
            home.look(look -> question.apply(look, runtime.links().of(network, look)))
                    .onSuccess(answer -> Answers.json(context, answer))
                    .onFailure(context::fail);
        });
    }

    private <T> void answer(RoutingContext context, Function<Look, T> question) {
        find(context)
                .ifPresent(home -> home.look(question)
                        .onSuccess(answer -> Answers.json(context, answer))
                        .onFailure(context::fail));
    }

    /** The network that the path names, by name or uid; else the answer is given. */
    private Optional<NetworkHome> find(RoutingContext context) {
        String network = context.pathParam("network");
        Optional<NetworkHome> found = runtime.homes().running().stream()
                .filter(home -> home.holder().name().equals(network)
                        || home.holder().uri().network().toString().equals(network))
                // Who may not see it learns no more than that there is none.
                .filter(home -> guard.shows(context, home.holder().uri().network()))
                .findFirst();
        if (found.isEmpty()) {
            Answers.problem(context, ProblemType.NOT_FOUND, "no home of such a network runs here");
        }
        return found;
    }
}
