package studio.home.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import studio.api.json.StudioJson;
import studio.api.problem.ProblemType;
import studio.feed.pass.Pass;
import studio.feed.pass.PassGate;
import studio.feed.pass.PassRefusedException;
import studio.home.config.HomeConfig;
import studio.home.holder.Holder;
import studio.home.relay.NetworkHome;
import studio.home.service.HomesRuntime;

/** Opens sessions: with the code of the link in a file, or with a pass of the Service Home for one network. */
final class Sessions {

    private final HomesRuntime runtime;
    private final HomeConfig config;
    private final SignIn signIn;
    private final PassGate passes = new PassGate();

    Sessions(HomesRuntime runtime, HomeConfig config, SignIn signIn) {
        this.runtime = runtime;
        this.config = config;
        this.signIn = signIn;
    }

    /** What opens a session: one of the two. */
    record Key(Optional<String> code, Optional<String> token) {}

    void open(RoutingContext context) {
        String body = Optional.ofNullable(context.body().asString()).orElse("");
        try {
            Key key = StudioJson.json().readValue(body, Key.class);
            if (key.code().isPresent() == key.token().isPresent()) {
                Answers.problem(context, ProblemType.UNREADABLE_BODY, "the body must have either code or token");
            } else if (key.code().isPresent()) {
                redeem(context, key.code().get());
            } else {
                pass(context, key.token().get());
            }
        } catch (JsonProcessingException e) {
            Answers.problem(context, ProblemType.UNREADABLE_BODY, "the body must be {\"code\": …} or {\"token\": …}");
        }
    }

    private void redeem(RoutingContext context, String code) {
        try {
            signIn.redeem(code, Instant.now())
                    .ifPresentOrElse(
                            session -> begin(context, session),
                            () -> Answers.problem(
                                    context,
                                    ProblemType.WRONG_CREDENTIALS,
                                    "the link was used before, or is another's"));
        } catch (IOException e) {
            context.fail(e);
        }
    }

    private void pass(RoutingContext context, String token) {
        Instant now = Instant.now();
        try {
            String home = PassGate.homeOf(token);
            Optional<Holder> holder = runtime.homes().running().stream()
                    .map(NetworkHome::holder)
                    .filter(running -> running.uri().toString().equals(home))
                    .findFirst();
            if (holder.isEmpty()) {
                Answers.problem(context, ProblemType.WRONG_CREDENTIALS, "no home that the pass is for runs here");
                return;
            }
            Pass pass = passes.use(token, trust(holder.get()), now);
            Reach before = Guard.reach(context, signIn, now).orElseGet(() -> Reach.Some.of(pass.user()));
            Reach reach = before.with(pass.user(), holder.get().uri().network());
            begin(context, signIn.begin(reach, now.plus(config.console().passSession())));
        } catch (PassRefusedException refused) {
            Answers.problem(context, ProblemType.WRONG_CREDENTIALS, String.valueOf(refused.getMessage()));
        }
    }

    private PassGate.Trust trust(Holder holder) {
        return new PassGate.Trust(holder.uri().toString(), holder.uri().service(config.feedService()), holder.above());
    }

    private static void begin(RoutingContext context, String session) {
        context.response()
                .addCookie(Cookie.cookie(Guard.COOKIE, session)
                        .setHttpOnly(true)
                        .setPath("/")
                        .setSameSite(CookieSameSite.STRICT))
                .setStatusCode(204)
                .end();
    }
}
