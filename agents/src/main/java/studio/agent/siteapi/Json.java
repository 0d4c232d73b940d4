package studio.agent.siteapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.agent.decide.Change;
import studio.agent.decide.Statement;
import studio.agent.enrol.Enrolment;
import studio.agent.member.Choices;
import studio.agent.member.Component;
import studio.agent.member.Doctor;
import studio.agent.member.MemberView;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Deployment.Standing;
import studio.domain.network.Ref;

/** What people see, in JSON. */
final class Json {

    private Json() {}

    static JsonObject items(List<JsonObject> items) {
        return new JsonObject().put("items", new JsonArray(List.copyOf(items)));
    }

    private static JsonObject ref(Name name, Uid uid) {
        return new JsonObject().put("name", name.value()).put("uid", uid.toString());
    }

    private static JsonObject ref(Ref ref) {
        return ref(ref.name(), ref.uid());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static JsonObject status(Enrolment enrolment, MemberView view) {
        JsonObject json = new JsonObject()
                .put("site", ref(enrolment.site(), enrolment.siteUid()))
                .put("network", ref(enrolment.parent(), enrolment.parentUid()))
                .put("connected", view.connected())
                .put("paused", view.paused())
                .put("leaving", view.leaving())
                .put("policy", policy(view.policy()))
                .put("router", router(view.router()))
                .put("counts", counts(view));
        view.lastHeard().ifPresent(heard -> json.put("lastHeard", heard.toString()));
        view.halted().ifPresent(reason -> json.put("halted", word(reason)));
        if (!view.leftovers().isEmpty()) {
            json.put("leftovers", new JsonArray(view.leftovers()));
        }
        return json;
    }

    private static JsonObject policy(AcceptancePolicy policy) {
        JsonObject json =
                new JsonObject().put("accept", policy.mode() == AcceptancePolicy.Mode.ACCEPT_ALL ? "all" : "ask");
        policy.until().ifPresent(until -> json.put("until", until.toString()));
        return json;
    }

    private static JsonObject router(MemberView.RouterView router) {
        JsonObject json = new JsonObject().put("id", router.id()).put("state", router.state());
        router.version().ifPresent(version -> json.put("version", version));
        router.detail().ifPresent(detail -> json.put("detail", detail));
        return json;
    }

    private static JsonObject counts(MemberView view) {
        return new JsonObject()
                .put("proposed", count(view, Standing.PROPOSED))
                .put("accepted", count(view, Standing.ACCEPTED))
                .put("declined", count(view, Standing.DECLINED))
                .put("running", count(view, Component.State.RUNNING))
                .put("failed", count(view, Component.State.FAILED));
    }

    static long count(MemberView view, Standing standing) {
        return view.changes().stream()
                .filter(change -> change.standing() == standing)
                .count();
    }

    static long count(MemberView view, Component.State state) {
        return view.components().stream()
                .filter(component -> component.state() == state)
                .count();
    }

    static JsonObject change(Change change, Choices choices) {
        JsonObject json = new JsonObject()
                .put("endpoint", ref(change.endpoint()))
                .put("kind", word(change.sort()))
                .put("digest", change.digest())
                .put("state", word(change.standing()))
                .put("why", change.why())
                .put("since", change.since().toString())
                .put(
                        "risks",
                        new JsonArray(change.risks().stream()
                                .sorted()
                                .map(Change.Risk::word)
                                .toList()))
                .put("wanted", fields(change.wanted()))
                .put(
                        "difference",
                        new JsonArray(
                                change.difference().stream().map(Json::field).toList()))
                .put("inputsWanted", new JsonArray(change.inputsWanted()));
        change.by().ifPresent(by -> json.put("by", by));
        change.now().ifPresent(now -> json.put("now", fields(now)));
        change.verdict().ifPresent(verdict -> json.put("verdict", verdict(verdict, choices)));
        return json;
    }

    private static JsonObject fields(Map<String, String> fields) {
        JsonObject json = new JsonObject();
        fields.forEach(json::put);
        return json;
    }

    private static JsonObject field(Change.Field field) {
        JsonObject json = new JsonObject().put("field", field.name());
        field.before().ifPresent(before -> json.put("before", before));
        field.after().ifPresent(after -> json.put("after", after));
        return json;
    }

    private static JsonObject verdict(Statement statement, Choices choices) {
        JsonObject json = new JsonObject()
                .put("by", statement.by())
                .put("at", statement.at().toString());
        Optional.of(statement.reason())
                .filter(reason -> !reason.isEmpty())
                .ifPresent(reason -> json.put("reason", reason));
        choices.refusal(statement.seq()).ifPresent(refusal -> json.put("refusal", refusal));
        return json;
    }

    static JsonObject component(Component component) {
        JsonObject json = new JsonObject()
                .put("endpoint", ref(component.endpoint()))
                .put("kind", word(component.sort()))
                .put("state", component.state().word())
                .put("restarts", component.restarts())
                .put("since", component.since().toString())
                .put("listens", new JsonArray(component.listens()))
                .put("connects", new JsonArray(component.connects()));
        component.reason().ifPresent(reason -> json.put("reason", reason));
        component.pid().ifPresent(pid -> json.put("pid", pid));
        component.image().ifPresent(image -> json.put("image", image));
        component.version().ifPresent(version -> json.put("version", version));
        return json;
    }

    static JsonObject check(Doctor.Check check) {
        JsonObject json =
                new JsonObject().put("name", check.name()).put("ok", check.ok()).put("detail", check.detail());
        check.hint().ifPresent(hint -> json.put("hint", hint));
        return json;
    }
}
