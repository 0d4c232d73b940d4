package studio.agent.siteapi;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.member.Choices;
import studio.agent.member.Doctor;
import studio.agent.member.MemberSite;
import studio.agent.member.MemberView;
import studio.agent.process.ProcessLog;
import studio.agent.siteapi.Problems.Invalid;
import studio.agent.siteapi.Problems.Problem;

/** Serves the site's API and console on loopback. */
public final class SiteApi implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(SiteApi.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_BYTES = 1 << 17;
    private static final int IDLE_SECONDS = 120;
    private static final int PATIENCE_SECONDS = 20;
    private static final int USUAL_LINES = 200;
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private final MemberSite site;
    private final Choices choices;
    private final Doctor doctor;
    private final Metrics metrics;
    private final Doors doors;
    private final Watchers watchers;
    private final Clock clock;
    private final HttpServer server;

    private SiteApi(Vertx vertx, MemberSite site, Clock clock) {
        this.site = site;
        this.clock = clock;
        this.choices = site.choices();
        this.doctor = site.doctor(clock);
        this.metrics = new Metrics(site, clock);
        this.doors = new Doors(site.apiPort(), link(site.directory()), clock);
        this.watchers = new Watchers(vertx);
        site.onChange(() -> watchers.tell("status"), () -> watchers.tell("changes"), () -> watchers.tell("components"));
        this.server = vertx.createHttpServer(new HttpServerOptions()
                .setHost(LOOPBACK)
                .setPort(site.apiPort())
                .setIdleTimeout(IDLE_SECONDS)
                .setCompressionSupported(true));
        this.server.requestHandler(router(vertx));
    }

    /** The file with the link that opens the console once; there is another one in it then. */
    public static Path link(Path directory) {
        return directory.resolve("console.url");
    }

    /** Starts it. */
    public static SiteApi start(Vertx vertx, MemberSite site, Clock clock) throws IOException {
        SiteApi api = new SiteApi(vertx, site, clock);
        try {
            api.server.listen().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the site's API can't listen on port " + site.apiPort(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        LOGGER.atInfo().addKeyValue("link", api.link()).log("Open the site console");
        return api;
    }

    /** The link that opens the console, once. */
    public String link() {
        return doors.link();
    }

    private Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(this::guard);
        router.route().handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
        router.post("/api/v1/session").handler(safely(this::openSession));
        router.route("/api/*").handler(this::onlyInSession);
        router.route("/metrics").handler(this::onlyInSession);
        get(router, "/status", this::status);
        get(router, "/changes", this::changes);
        get(router, "/components", this::components);
        get(router, "/components/:name/logs", this::logs);
        get(
                router,
                "/doctor",
                context -> json(
                        context,
                        200,
                        new JsonObject()
                                .put(
                                        "checks",
                                        new JsonArray(doctor.examine().stream()
                                                .map(Json::check)
                                                .toList()))));
        router.get("/api/v1/watch").handler(watchers);
        router.get("/metrics").blockingHandler(safely(this::metrics), false);
        new DecisionRoutes(choices, clock, site.settings().by()).add(router);
        router.route("/api/*")
                .handler(context -> Problems.answer(context, Problem.NOT_FOUND, context.normalizedPath()));
        Console.add(router, site.settings().console());
        router.route().failureHandler(SiteApi::failed);
        return router;
    }

    private static void get(Router router, String path, Handler<RoutingContext> handler) {
        router.get("/api/v1" + path).blockingHandler(safely(handler), false);
    }

    /** What is wrong with a request is told; what is wrong here is logged. */
    static Handler<RoutingContext> safely(Handler<RoutingContext> handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (Invalid invalid) {
                Problems.answer(context, invalid);
            }
        };
    }

    private static void failed(RoutingContext context) {
        switch (context.statusCode()) {
            case 400 -> Problems.answer(context, Problem.UNREADABLE_BODY, "the request can't be read");
            case 404 -> Problems.answer(context, Problem.NOT_FOUND, context.normalizedPath());
            case 405 ->
                Problems.answer(
                        context,
                        Problem.METHOD_NOT_ALLOWED,
                        context.request().method().name());
            case 413 ->
                Problems.answer(context, Problem.BODY_TOO_LARGE, "a body may have at most " + MOST_BYTES + " bytes");
            default -> {
                LOGGER.atError().setCause(context.failure()).log("A request failed");
                Problems.answer(context, Problem.INTERNAL_FAULT, "the agent's log says more");
            }
        }
    }

    private void guard(RoutingContext context) {
        context.response()
                .headers()
                .set("Content-Security-Policy", POLICY)
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("Referrer-Policy", "no-referrer")
                .set("X-Content-Type-Options", "nosniff")
                .set("Cache-Control", "no-store");
        Optional<String> flaw = doors.flaw(context);
        if (flaw.isPresent()) {
            Problems.answer(context, Problem.FORBIDDEN, flaw.get());
        } else {
            context.next();
        }
    }

    private void onlyInSession(RoutingContext context) {
        if (doors.isOpen(context)) {
            context.next();
        } else {
            Problems.answer(context, Problem.NOT_SIGNED_IN, "open the link in " + link(site.directory()));
        }
    }

    private void openSession(RoutingContext context) {
        if (doors.open(Requests.code(Requests.body(context)), context)) {
            context.response().setStatusCode(204).end();
        } else {
            Problems.answer(
                    context,
                    Problem.NOT_SIGNED_IN,
                    "the code is not good any more: " + "each is good once; the next link is in "
                            + link(site.directory()));
        }
    }

    private Optional<MemberView> view(RoutingContext context) {
        Optional<MemberView> view = site.view();
        if (view.isEmpty()) {
            Problems.answer(context, Problem.UNAVAILABLE, "no document has come from the network yet");
        }
        return view;
    }

    private void status(RoutingContext context) {
        view(context).ifPresent(view -> json(context, 200, Json.status(site.enrolment(), view)));
    }

    private void changes(RoutingContext context) {
        view(context)
                .ifPresent(view -> json(
                        context,
                        200,
                        Json.items(view.changes().stream()
                                .map(change -> Json.change(change, choices))
                                .toList())));
    }

    private void components(RoutingContext context) {
        view(context)
                .ifPresent(view -> json(
                        context,
                        200,
                        Json.items(
                                view.components().stream().map(Json::component).toList())));
    }

    private void logs(RoutingContext context) {
        String name = context.pathParam("name");
        Optional<List<String>> lines = site.log(name, lines(context));
        if (lines.isPresent()) {
            context.response()
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end(String.join("\n", lines.get()) + "\n");
        } else {
            Problems.answer(context, Problem.NOT_FOUND, "no process '" + name + "' is here");
        }
    }

    private static int lines(RoutingContext context) {
        String tail = context.request().getParam("tail", String.valueOf(USUAL_LINES));
        if (!tail.matches("[0-9]{1,4}") || Integer.parseInt(tail) > ProcessLog.MOST_LINES) {
            throw Invalid.parameter("tail", "must be 0 to " + ProcessLog.MOST_LINES);
        }
        return Integer.parseInt(tail);
    }

    private void metrics(RoutingContext context) {
        context.response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(metrics.text());
    }

    static void json(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.encode());
    }

    @Override
    public void close() {
        watchers.close();
        server.close();
    }
}
