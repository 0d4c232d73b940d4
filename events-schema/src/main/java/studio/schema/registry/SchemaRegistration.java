package studio.schema.registry;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import studio.schema.Schemas;

/**
 * Brings every version of every schema into an Apicurio Registry. A record's namespace is the group and its name is the artifact, as
 * the registry's own serializers have it, so that they and people find it there.
 *
 * <p>Each group has the rule that a version must be compatible with all earlier ones, both ways. The build checks that, too: the rule
 * is for whoever changes a schema past the build.
 */
public final class SchemaRegistration {

    private static final Map<String, String> RULES = Map.of("VALIDITY", "FULL", "COMPATIBILITY", "FULL_TRANSITIVE");

    private final ApicurioClient registry;

    private SchemaRegistration(ApicurioClient registry) {
        this.registry = registry;
    }

    /**
     * Registers what is missing, and leaves what is there: to be called at every start. Two may do so at once.
     *
     * @param registry such as {@code http://localhost:8080/apis/registry/v3}
     * @param patience how long to try again while the registry does not answer
     * @return the ids of all schemas
     * @throws RegistryException if the registry has another schema under the same version, refuses one, or stays silent
     */
    public static SchemaIds register(URI registry, Duration patience) {
        try (ApicurioClient client = new ApicurioClient(registry, patience)) {
            return new SchemaRegistration(client).registerAll();
        }
    }

    private SchemaIds registerAll() {
        Schemas.recordNames().stream().map(SchemaRegistration::group).distinct().forEach(this::prepare);
        Map<String, List<Integer>> ids = new HashMap<>();
        for (String name : Schemas.recordNames()) {
            ids.put(name, registerVersions(name));
        }
        Map<String, List<Integer>> registered = Map.copyOf(ids);
        return (fullName, version) -> idOf(registered, fullName, version);
    }

    private void prepare(String group) {
        registry.createGroup(group, "What is on Studio's topics");
        RULES.forEach((rule, setting) -> registry.setRule(group, rule, setting));
    }

    private List<Integer> registerVersions(String name) {
        List<Integer> ids = new ArrayList<>();
        for (Schema schema : Schemas.versions(name)) {
            ids.add(registry.register(schema, ids.size() + 1));
        }
        return List.copyOf(ids);
    }

    private static String group(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static int idOf(Map<String, List<Integer>> registered, String fullName, int version) {
        List<Integer> ids = registered.getOrDefault(fullName, List.of());
        if (version < 1 || version > ids.size()) {
            throw new IllegalArgumentException("version " + version + " of " + fullName + " is not registered");
        }
        return ids.get(version - 1);
    }
}
