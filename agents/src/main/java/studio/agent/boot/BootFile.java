package studio.agent.boot;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import studio.agent.file.AtomicFiles;
import studio.agent.plan.Ownership;
import studio.agent.router.Place;
import studio.agent.router.RouterEntity;
import studio.agent.router.Vhost;
import studio.agent.router.VhostGroup;

/**
 * The file that a router is booted with. Whatever the router did not take is not in it, or as it was when it took it: an entity that
 * is wrong would keep the router from starting at all. Whoever writes a router's file shares one of these.
 */
public final class BootFile {

    /** The names of what the agent manages the router with; nobody else may change it, the reconciler included. */
    private static final String AGENT = "agent-management";

    private static final String AGENT_VHOST = "vhost-" + AGENT;

    /** The user that the agent is. */
    public static final String AGENT_USER = "agent";

    private static final String SASL = """
            pwcheck_method: auxprop
            auxprop_plugin: sasldb
            mech_list: EXTERNAL
            """;

    private final RouterSettings settings;
    private final Map<String, JsonArray> applied = new TreeMap<>();
    private String written = "";

    private BootFile(RouterSettings settings) {
        this.settings = settings;
    }

    /** The file of that router, as it was written last if it was. */
    public static BootFile open(RouterSettings settings) throws IOException {
        BootFile file = new BootFile(settings);
        AtomicFiles.write(settings.saslDirectory().resolve("skrouterd.conf"), SASL);
        if (Files.exists(settings.bootFile())) {
            file.read(Files.readString(settings.bootFile()));
        }
        return file;
    }

    /** What can't be read is made anew: the reconciler makes the rest. */
    private void read(String text) {
        try {
            for (Object each : new JsonArray(text)) {
                if (each instanceof JsonArray entity
                        && entity.getValue(1) instanceof JsonObject values
                        && Ownership.owns(values.getString("name", ""))) {
                    applied.put(values.getString("name"), entity);
                }
            }
        } catch (RuntimeException unreadable) {
            applied.clear();
        }
    }

    /** Writes what is wanted, as far as the router took it; says whether anything changed. */
    public synchronized boolean write(Map<String, RouterEntity> wanted, Set<String> taken) throws IOException {
        Map<String, JsonArray> entities = new HashMap<>();
        wanted.forEach((name, entity) -> (taken.contains(name)
                        ? Optional.of(json(entity))
                        : Optional.ofNullable(applied.get(name)))
                .ifPresent(json -> entities.put(name, json)));
        wanted.forEach((name, entity) -> {
            if (!entities.keySet().containsAll(entity.needs())) {
                entities.remove(name);
            }
        });
        applied.clear();
        applied.putAll(entities);
        return save();
    }

    /** The names of what was applied last. */
    public synchronized Set<String> applied() {
        return Set.copyOf(applied.keySet());
    }

    /** Writes what was applied last, with what the router needs to be managed as it is now. */
    public synchronized void refresh() throws IOException {
        save();
    }

    /** Writes what the router needs to be managed, and nothing else: with the rest it did not start. */
    public synchronized void writeBare() throws IOException {
        applied.clear();
        save();
    }

    private boolean save() throws IOException {
        String text = text();
        if (text.equals(written) && Files.exists(settings.bootFile())) {
            return false;
        }
        AtomicFiles.write(settings.bootFile(), text);
        written = text;
        return true;
    }

    /** One entity in a line; those that others need come first. */
    private String text() {
        List<JsonArray> entities = new ArrayList<>(base());
        applied.values().stream()
                .sorted(Comparator.comparing(BootFile::needsOthers))
                .forEach(entities::add);
        return "["
                + String.join(",\n ", entities.stream().map(JsonArray::encode).toList()) + "]\n";
    }

    private static boolean needsOthers(JsonArray entity) {
        return entity.getJsonObject(1).containsKey("sslProfile");
    }

    private List<JsonArray> base() {
        ManagementKeys keys = new ManagementKeys(settings.managementKeys());
        Map<String, Object> router = new TreeMap<>(Map.of(
                "mode", settings.mode().word(),
                "id", settings.id(),
                "saslConfigDir", settings.saslDirectory().toAbsolutePath().toString(),
                "saslConfigName", "skrouterd"));
        return List.of(
                json("router", router),
                json("site", Map.of("name", settings.site())),
                json("policy", Map.of("enableVhostPolicy", true, "defaultVhost", "$default")),
                json(
                        "sslProfile",
                        named(
                                AGENT + "-profile",
                                keys.profile(AGENT + "-profile").values())),
                json("vhost", named(AGENT_VHOST, agentVhost().values())),
                json(
                        "listener",
                        Map.of(
                                "name",
                                AGENT,
                                "role",
                                "normal",
                                "host",
                                Place.LOOPBACK,
                                "port",
                                String.valueOf(settings.management()),
                                "sslProfile",
                                AGENT + "-profile",
                                "saslMechanisms",
                                "EXTERNAL",
                                "authenticatePeer",
                                true,
                                "requireSsl",
                                true,
                                "policyVhost",
                                AGENT_VHOST)),
                json("log", Map.of("module", "DEFAULT", "enable", "info+", "includeTimestamp", true)));
    }

    /** The agent manages this router and those it reaches, and reads flow records; whoever else has its key can do no more. */
    private static Vhost agentVhost() {
        VhostGroup agent = new VhostGroup(
                Set.of(AGENT_USER),
                VhostGroup.ANYWHERE,
                Set.of(VhostGroup.Allowed.DYNAMIC_SOURCE),
                List.of("$management", "mc/sfe.*"),
                List.of("$management", "amqp:/_topo/*", "amqp:/_edge/*", "sfe.*"),
                List.of());
        return new Vhost(AGENT_VHOST, AGENT_VHOST, false, Map.of("agents", agent));
    }

    private static JsonArray json(RouterEntity entity) {
        return json(entity.type().fileName(), named(entity.name(), entity.values()));
    }

    private static Map<String, Object> named(String name, Map<String, Object> values) {
        Map<String, Object> named = new TreeMap<>(values);
        named.put("name", name);
        return named;
    }

    private static JsonArray json(String type, Map<String, Object> values) {
        return new JsonArray().add(type).add(new JsonObject(new TreeMap<>(values)));
    }
}
