package studio.agent.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.agent.router.Connector;
import studio.agent.router.EntityType;
import studio.agent.router.Listener;
import studio.agent.router.Observed;
import studio.agent.router.Place;
import studio.agent.router.Role;
import studio.agent.router.RouterEntity;
import studio.agent.router.SslProfile;
import studio.agent.router.TcpConnector;
import studio.agent.router.TcpListener;
import studio.agent.router.Vhost;
import studio.agent.router.VhostGroup;

/** What tests want of routers. */
public final class Wanted {

    private Wanted() {}

    public static SslProfile profile(String name, long ordinal) {
        Path files = Path.of("/tls", name, String.valueOf(ordinal));
        return new SslProfile(
                "studio-" + name,
                new SslProfile.Files(files.resolve("ca"), files.resolve("crt"), files.resolve("key")),
                ordinal,
                0);
    }

    public static Vhost vhost(String name, String... sources) {
        return new Vhost(
                "studio-vhost-" + name,
                "vhost-" + name,
                true,
                Map.of(
                        Vhost.EVERYBODY,
                        new VhostGroup(
                                Set.of(), VhostGroup.ANYWHERE, Set.of(), List.of(sources), List.of(), List.of())));
    }

    public static Listener edge(String name, int port, SslProfile profile, Vhost vhost) {
        return new Listener(
                "studio-edge-" + name,
                Role.EDGE,
                Place.local(port),
                profile.name(),
                Optional.of(Listener.VhostReference.to(vhost)));
    }

    public static Connector link(String name, int port, int cost, SslProfile profile) {
        return new Connector(
                "studio-link-" + name, Role.INTER_ROUTER, new Place("peer.example", port), profile.name(), cost);
    }

    public static TcpListener tcpListener(String name, int port) {
        return new TcpListener("studio-in-" + name, "address/" + name, Place.local(port));
    }

    public static TcpConnector tcpConnector(String name, int port) {
        return new TcpConnector("studio-out-" + name, "address/" + name, Place.local(port));
    }

    static Observed foreign(EntityType type, String name, Map<String, Object> values) {
        return new Observed(type, name, values);
    }

    static Desired desired(RouterEntity... entities) {
        return Desired.of(List.of(entities));
    }
}
