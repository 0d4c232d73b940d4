package studio.agent.loop;

import java.util.List;
import studio.agent.amqp.Query;
import studio.agent.amqp.RouterManagement;
import studio.agent.amqp.Target;
import studio.agent.router.EntityType;

/**
 * Notices that a connection to another router came or went, or was made with another certificate, or that others could not come in any
 * more, without looking at all of a router.
 */
final class LinkWatch {

    private static final Query LINKS =
            new Query(EntityType.CONNECTOR.longName(), List.of("name", "connectionStatus", "connectionMsg"));
    private static final Query CONNECTIONS =
            new Query("io.skupper.router.connection", List.of("role", "host", "dir", "tlsOrdinal"));

    private static final Query LISTENERS = new Query(EntityType.LISTENER.longName(), List.of("name"));

    private List<Query.Rows> last = List.of();

    /** Says whether anything is otherwise than the last time. */
    boolean isChanged(RouterManagement management) {
        List<Query.Rows> now = List.of(
                LINKS.ask(management, Target.LOCAL),
                LISTENERS.ask(management, Target.LOCAL),
                outgoing(CONNECTIONS.ask(management, Target.LOCAL)));
        boolean changed = !now.equals(last);
        last = now;
        return changed;
    }

    private static Query.Rows outgoing(Query.Rows rows) {
        return switch (rows) {
            case Query.Rows.Missing missing -> missing;
            case Query.Rows.Found found ->
                new Query.Rows.Found(found.rows().stream()
                        .filter(row -> "out".equals(row.get("dir")) && !"normal".equals(row.get("role")))
                        .toList());
        };
    }
}
