package studio.agent.siteapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import studio.agent.member.Choices;
import studio.agent.siteapi.Problems.Invalid;
import studio.agent.siteapi.Problems.Problem;

/**
 * Takes decisions.
 *
 * @param choices what can be decided
 * @param clock   the time
 * @param by      in whose name
 */
record DecisionRoutes(Choices choices, Clock clock, String by) {

    void add(Router router) {
        router.post("/api/v1/decisions").blockingHandler(SiteApi.safely(this::decide), false);
        router.put("/api/v1/policy").blockingHandler(SiteApi.safely(this::setPolicy), false);
        router.put("/api/v1/paused").blockingHandler(SiteApi.safely(this::setPaused), false);
        router.post("/api/v1/leave")
                .blockingHandler(SiteApi.safely(context -> answer(context, choices.leave(by))), false);
    }

    private void decide(RoutingContext context) {
        Requests.Deciding decision = Requests.decision(Requests.body(context));
        answer(context, choices.decide(decision.verdict(), decision.changes(), decision.reason(), by));
    }

    private void setPolicy(RoutingContext context) {
        answer(context, choices.set(Requests.policy(Requests.body(context), clock.instant()), by));
    }

    private void setPaused(RoutingContext context) {
        answer(context, choices.pause(Requests.paused(Requests.body(context)), by));
    }

    private static void answer(RoutingContext context, Choices.Outcome outcome) {
        switch (outcome) {
            case Choices.Outcome.Made(List<Long> seqs) ->
                SiteApi.json(context, 202, new JsonObject().put("seqs", new JsonArray(seqs)));
            case Choices.Outcome.Superseded(String detail) -> Problems.answer(context, Problem.SUPERSEDED, detail);
            case Choices.Outcome.Invalid(String field, String rule) ->
                Problems.answer(context, new Invalid(field, rule));
            case Choices.Outcome.Full(String detail) -> Problems.answer(context, Problem.UNAVAILABLE, detail);
        }
    }
}
