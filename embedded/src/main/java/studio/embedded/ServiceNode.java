package studio.embedded;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One of Studio's own services. */
final class ServiceNode extends Node {

    private final List<Node> needs;
    private final Supplier<Map<String, String>> environment;

    /**
     * A row of the table of services.
     *
     * @param module the module whose build it runs, and its name
     * @param ports the ports it serves unless others are asked for, by name; its own is called like the module
     */
    record Service(String module, Map<String, Integer> ports) {

        /** One that serves a port of its own name alone. */
        Service(String module, int port) {
            this(module, Map.of(module, port));
        }
    }

    ServiceNode(Service service, List<Node> needs, Supplier<Map<String, String>> environment, Context context) {
        super(service.module(), service.ports(), context);
        this.needs = needs;
        this.environment = environment;
    }

    private QuarkusApp app() {
        return context().distribution().service(name());
    }

    @Override
    List<Node> needs() {
        return needs;
    }

    @Override
    boolean isBuilt() {
        return app().isBuilt();
    }

    @Override
    Launch launch() {
        Map<String, String> all = new TreeMap<>(environment.get());
        all.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port()));
        all.put("STUDIO_DATA_DIR", data().toString());
        return app().launch(List.of("-Xmx256m"), all, context().archives(name()));
    }

    @Override
    void prepare() throws IOException {
        StudioHome.create(data());
    }

    @Override
    boolean answers() {
        return QuarkusApp.isReady("http://" + Ports.LOOPBACK + ":" + port() + "/q/health/ready");
    }
}
