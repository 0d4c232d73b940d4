package studio.agent.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.agent.amqp.Query;
import studio.agent.amqp.RouterManagement;
import studio.agent.amqp.Target;
import studio.agent.plan.Desired;
import studio.agent.plan.ObservedRouter;
import studio.agent.plan.ObservedRouter.Listening;
import studio.agent.plan.RouterConnection;
import studio.agent.router.EntityType;
import studio.agent.router.Listener;
import studio.agent.router.Observed;

/** Looks at a router: one question for each type, whatever the number of entities. */
final class Observer {

    private static final Query CONNECTIONS = new Query(
            "io.skupper.router.connection",
            List.of("container", "role", "user", "host", "dir", "tlsOrdinal", "protocol"));

    private final PortProbe probe;

    /** Listeners that were seen to listen: none of them stops by itself. */
    private final Set<String> proven = new HashSet<>();

    Observer(PortProbe probe) {
        this.probe = probe;
    }

    Observation observe(RouterManagement management, Desired desired) {
        List<Observed> entities = new ArrayList<>();
        for (EntityType type : EntityType.values()) {
            switch (new Query(type.longName(), type.queried()).ask(management, Target.LOCAL)) {
                case Query.Rows.Missing missing -> {
                    return new Observation.Unseen(type.longName(), missing.answer());
                }
                case Query.Rows.Found found ->
                    found.rows().stream()
                            .filter(row -> row.containsKey("name"))
                            .map(row -> new Observed(type, row.get("name").toString(), row))
                            .forEach(entities::add);
            }
        }
        return switch (CONNECTIONS.ask(management, Target.LOCAL)) {
            case Query.Rows.Missing missing -> new Observation.Unseen(CONNECTIONS.type(), missing.answer());
            case Query.Rows.Found found ->
                new Observation.Seen(new ObservedRouter(
                        entities,
                        found.rows().stream().map(Observer::connection).toList(),
                        listening(desired, entities)));
        };
    }

    /** A listener that is to be made anew has to be proven again. */
    void doubt(String listener) {
        proven.remove(listener);
    }

    /** A router that was started again has nothing proven. */
    void doubtAll() {
        proven.clear();
    }

    private Map<String, Listening> listening(Desired desired, List<Observed> entities) {
        Set<String> present = entities.stream().map(Observed::name).collect(Collectors.toSet());
        Set<Long> ports =
                entities.stream().flatMap(each -> each.takenPort().stream()).collect(Collectors.toSet());
        Map<String, Listening> listening = new HashMap<>();
        desired.entities().values().stream()
                .filter(Listener.class::isInstance)
                .map(Listener.class::cast)
                .filter(listener -> !proven.contains(listener.name()))
                .filter(listener -> present.contains(listener.name())
                        || !ports.contains((long) listener.at().port()))
                .forEach(listener -> listening.put(listener.name(), look(listener)));
        return listening;
    }

    private Listening look(Listener listener) {
        Listening seen = probe.look(listener);
        if (seen == Listening.ROUTER) {
            proven.add(listener.name());
        }
        return seen;
    }

    private static RouterConnection connection(Map<String, Object> row) {
        return new RouterConnection(
                text(row, "container"),
                text(row, "role"),
                Optional.of(text(row, "user")).filter(user -> !user.isEmpty()),
                text(row, "host"),
                text(row, "dir").equals("out"),
                row.get("tlsOrdinal") instanceof Number ordinal ? ordinal.longValue() : 0);
    }

    private static String text(Map<String, Object> row, String attribute) {
        return String.valueOf(row.getOrDefault(attribute, ""));
    }
}
