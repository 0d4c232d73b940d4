package studio.backbone.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code deploy/kubernetes} has, read as strictly as Kubernetes' own types allow: a field that they do not have is an error. */
final class Manifests {

    static final Path DEPLOY = Path.of("../deploy");
    static final Path KUBERNETES = DEPLOY.resolve("kubernetes");

    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.of(
            "Namespace", Namespace.class,
            "ConfigMap", ConfigMap.class,
            "PersistentVolumeClaim", PersistentVolumeClaim.class,
            "Service", Service.class,
            "Deployment", Deployment.class,
            "StatefulSet", StatefulSet.class,
            "NetworkPolicy", NetworkPolicy.class,
            "PodDisruptionBudget", PodDisruptionBudget.class);

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                // The types keep what they do not know; here it is a mistake.
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private final Map<String, JsonNode> documents = new LinkedHashMap<>();

    private Manifests() {}

    static Manifests read() throws IOException {
        Manifests manifests = new Manifests();
        for (String file : resources()) {
            try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class)
                    .readValues(new YAMLFactory()
                            .createParser(KUBERNETES.resolve(file).toFile()))) {
                while (all.hasNext()) {
                    JsonNode document = all.next();
                    String id = document.path("kind").asText() + "/"
                            + document.at("/metadata/name").asText();
                    if (manifests.documents.put(id, document) != null) {
                        throw new IllegalStateException(id + " is there twice");
                    }
                }
            }
        }
        return manifests;
    }

    /** The files that make up the installation. */
    static List<String> resources() throws IOException {
        List<String> files = new ArrayList<>();
        yaml(KUBERNETES.resolve("kustomization.yaml")).path("resources").forEach(file -> files.add(file.asText()));
        return files;
    }

    static JsonNode yaml(Path file) throws IOException {
        return YAML.readTree(Files.readString(file));
    }

    Map<String, JsonNode> documents() {
        return documents;
    }

    /** The document of that kind and name. */
    JsonNode document(String id) {
        return Objects.requireNonNull(documents.get(id), id);
    }

    /** The document as Kubernetes' own type; absent for kinds of the operators. */
    static Optional<HasMetadata> typed(JsonNode document) throws JsonProcessingException {
        Class<? extends HasMetadata> type = TYPES.get(document.path("kind").asText());
        return type == null ? Optional.empty() : Optional.of(STRICT.treeToValue(document, type));
    }

    <T extends HasMetadata> List<T> all(Class<T> type) throws JsonProcessingException {
        List<T> found = new ArrayList<>();
        for (JsonNode document : documents.values()) {
            typed(document).filter(type::isInstance).map(type::cast).ifPresent(found::add);
        }
        return found;
    }

    /** The pods of all workloads, by the workload's name. */
    Map<String, PodTemplateSpec> pods() throws JsonProcessingException {
        Map<String, PodTemplateSpec> pods = new LinkedHashMap<>();
        all(Deployment.class)
                .forEach(workload -> pods.put(
                        workload.getMetadata().getName(), workload.getSpec().getTemplate()));
        all(StatefulSet.class)
                .forEach(workload -> pods.put(
                        workload.getMetadata().getName(), workload.getSpec().getTemplate()));
        return pods;
    }

    /** Text files below a folder of {@code deploy}. */
    static List<Path> files(String folder, String extension) throws IOException {
        try (Stream<Path> files = Files.list(DEPLOY.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        }
    }
}
