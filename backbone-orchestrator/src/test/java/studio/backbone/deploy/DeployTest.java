package studio.backbone.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What is in {@code deploy} fits itself and the services; that it runs somewhere is more than a test can say. */
@TestInstance(Lifecycle.PER_CLASS)
class DeployTest {

    /** The framework's and the JVM's own. */
    private static final Pattern FOREIGN = Pattern.compile("QUARKUS_HTTP_(HOST|PORT)|JAVA_TOOL_OPTIONS");

    private static final Pattern VARIABLE = Pattern.compile("(?m)^(?:Environment=)?([A-Z][A-Z0-9_]+)=");
    private static final List<String> TOPICS =
            List.of("commands", "events", "outcomes", "desired", "status", "dead-letter");
    private static final String NAME = "app.kubernetes.io/name";

    private Manifests manifests;
    private Settings settings;
    private Map<String, PodTemplateSpec> pods;

    @BeforeAll
    void read() throws IOException {
        manifests = Manifests.read();
        settings = Settings.read();
        pods = manifests.pods();
    }

    private static Container container(PodTemplateSpec pod) {
        assertThat(pod.getSpec().getContainers()).hasSize(1);
        return pod.getSpec().getContainers().getFirst();
    }

    /** The container of the pods that are labelled like that. */
    private Container container(Map<String, String> labels) {
        assertThat(pods).containsKey(labels.get(NAME));
        return container(Objects.requireNonNull(pods.get(labels.get(NAME))));
    }

    private Container container(String workload) {
        return container(Map.of(NAME, workload));
    }

    private void assertKnown(Set<String> variables, String where) {
        assertThat(variables)
                .as("variables of %s without a setting", where)
                .allMatch(variable -> FOREIGN.matcher(variable).matches() || settings.knows(variable));
    }

    @Test
    void shouldHaveAllFilesInTheInstallationAndNoFieldThatKubernetesDoesNotKnow() throws IOException {
        // Given
        Set<String> files = Manifests.files("kubernetes", ".yaml").stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        files.remove("kustomization.yaml");

        // Then
        assertThat(new TreeSet<>(Manifests.resources())).isEqualTo(files);
        for (JsonNode document : manifests.documents().values()) {
            boolean typed = Manifests.typed(document).isPresent();
            boolean ofOperator =
                    document.path("apiVersion").asText().matches("(kafka.strimzi.io|postgresql.cnpg.io)/.*");
            assertThat(typed || ofOperator).as(document.path("kind").asText()).isTrue();
        }
    }

    @Test
    void shouldTellServicesOnlyWhatTheyKnowAndAllThatTheyNeed() throws IOException {
        // Given
        Set<String> shared = config().keySet();
        Set<String> all = new HashSet<>(shared);
        assertKnown(shared, "settings.yaml");

        // Then
        for (String service : Settings.SERVICES) {
            Set<String> own =
                    container(service).getEnv().stream().map(EnvVar::getName).collect(Collectors.toSet());
            assertKnown(own, service);
            assertThat(own).as("said twice").doesNotContainAnyElementsOf(shared);
            all.addAll(own);
        }
        assertThat(all).containsAll(settings.required(Settings.derived()));
    }

    private Map<String, String> config() throws IOException {
        return manifests.all(ConfigMap.class).getFirst().getData();
    }

    private String config(String key) throws IOException {
        return Objects.requireNonNull(config().get(key), key);
    }

    @Test
    void shouldRunEachServiceWhereItListensWithNothingItNeedNot() throws IOException {
        assertThat(pods.keySet()).containsAll(Settings.SERVICES);
        for (Map.Entry<String, PodTemplateSpec> pod : pods.entrySet()) {
            Container container = container(pod.getValue());
            Map<String, Integer> ports = ports(container);
            if (Settings.SERVICES.contains(pod.getKey())) {
                assertThat(ports)
                        .containsEntry("http", Settings.port(pod.getKey()).orElseThrow());
                assertThat(container.getImage()).isEqualTo("studio/" + pod.getKey());
            }
            List<Probe> probes = Arrays.asList(
                    container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe());
            assertThat(probes)
                    .doesNotContainNull()
                    .allSatisfy(probe -> assertThat(ports)
                            .containsKey(probe.getHttpGet().getPort().getStrVal()));
            assertThat(pod.getValue().getSpec().getSecurityContext().getRunAsNonRoot())
                    .isTrue();
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getResources().getLimits()).containsKey("memory");
            assertThat(container.getResources().getRequests()).containsKeys("memory", "cpu");
        }
    }

    private static Map<String, Integer> ports(Container container) {
        return container.getPorts().stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    }

    @Test
    void shouldReachPodsWhereTheyListen() throws IOException {
        for (Service service : manifests.all(Service.class)) {
            Map<String, Integer> ports = ports(container(service.getSpec().getSelector()));
            for (ServicePort port : service.getSpec().getPorts()) {
                assertThat(ports).containsEntry(port.getTargetPort().getStrVal(), port.getPort());
            }
        }
        for (NetworkPolicy policy : manifests.all(NetworkPolicy.class)) {
            Map<String, String> labels = policy.getSpec().getPodSelector().getMatchLabels();
            if (labels.containsKey(NAME)) {
                Set<Integer> ports = Set.copyOf(ports(container(labels)).values());
                policy.getSpec()
                        .getIngress()
                        .forEach(rule -> rule.getPorts()
                                .forEach(port -> assertThat(ports)
                                        .contains(port.getPort().getIntVal())));
            }
        }
        for (PodDisruptionBudget budget : manifests.all(PodDisruptionBudget.class)) {
            assertThat(container(budget.getSpec().getSelector().getMatchLabels()))
                    .isNotNull();
        }
    }

    @Test
    void shouldNameNothingThatIsNotThere() throws IOException {
        // Given
        Set<String> hosts = new HashSet<>(Set.of("studio-kafka-bootstrap", "studio-database-rw"));
        manifests
                .all(Service.class)
                .forEach(service -> hosts.add(service.getMetadata().getName()));
        assertThat(manifests.documents()).containsKeys("Kafka/studio", "Cluster/studio-database");
        Set<String> claims = manifests.all(PersistentVolumeClaim.class).stream()
                .map(claim -> claim.getMetadata().getName())
                .collect(Collectors.toSet());

        // Then
        Map<String, Integer> addresses = new HashMap<>();
        for (String key : List.of(
                "STUDIO_KAFKA_BOOTSTRAP_SERVERS",
                "STUDIO_DATABASE_URL",
                "STUDIO_REGISTRY_URL",
                "STUDIO_COMMAND_URL",
                "STUDIO_HOME_FEED_SERVER")) {
            URI address = URI.create(config(key).contains("://") ? config(key) : "tcp://" + config(key));
            assertThat(hosts).as(key).contains(address.getHost());
            addresses.put(address.getHost(), address.getPort());
        }
        assertThat(addresses).containsEntry("command-service", 8_081).containsEntry("feed", 8_443);
        pods.values()
                .forEach(pod -> pod.getSpec().getVolumes().stream()
                        .filter(volume -> volume.getPersistentVolumeClaim() != null)
                        .forEach(volume -> assertThat(claims)
                                .contains(volume.getPersistentVolumeClaim().getClaimName())));
        pods.values()
                .forEach(pod -> container(pod).getEnv().stream()
                        .filter(variable -> variable.getValueFrom() != null
                                && variable.getValueFrom().getSecretKeyRef() != null)
                        .forEach(variable -> assertThat(variable.getValueFrom()
                                        .getSecretKeyRef()
                                        .getName())
                                .isIn("studio-database-app", "studio-master-key")));
        assertThat(manifests.documents().keySet()).noneMatch(id -> id.startsWith("Secret/"));
    }

    @Test
    void shouldHaveTheTopicsThatStudioMakesItself() throws IOException {
        // Given
        String partitions = config("STUDIO_TOPICS_PARTITIONS");

        // Then
        for (String topic : TOPICS) {
            JsonNode there = manifests.document("KafkaTopic/studio." + topic + ".v1");
            assertThat(there.at("/spec/partitions").asText()).isEqualTo(partitions);
        }
        assertThat(manifests
                        .document("KafkaTopic/studio.events.v1")
                        .at("/spec/config/retention.ms")
                        .asInt())
                .as("events are kept for ever")
                .isEqualTo(-1);
    }

    @Test
    void shouldTellTheSameByComposeAndByUnits() throws IOException {
        // Given
        JsonNode compose = Manifests.yaml(Manifests.DEPLOY.resolve("compose/compose.yaml"));
        Set<String> composed = new HashSet<>();
        compose.at("/x-studio/environment").fieldNames().forEachRemaining(composed::add);

        // Then
        assertKnown(composed, "compose.yaml");
        assertThat(composed).containsAll(settings.required(Settings.derived()));
        for (String service : Settings.SERVICES) {
            assertThat(compose.path("services").has(service)).as(service).isTrue();
            Path unit = Manifests.DEPLOY.resolve("systemd/studio-" + service + ".service");
            Set<String> told = variables(unit);
            assertKnown(told, unit.toString());
            assertThat(Files.readString(unit))
                    .contains("QUARKUS_HTTP_PORT=" + Settings.port(service).orElseThrow())
                    .contains("/opt/studio/" + service + "/quarkus-run.jar");
            told.addAll(variables(Manifests.DEPLOY.resolve("systemd/studio.env")));
            assertKnown(told, "studio.env");
            assertThat(told).containsAll(settings.required(Settings.derived()));
        }
    }

    private static Set<String> variables(Path file) throws IOException {
        return VARIABLE.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .filter(variable -> !variable.equals("ExecStart"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void shouldBeMadeIntoOneByKustomizeWhereThatIs() throws Exception {
        assumeTrue(isThere("kubectl"), "no kubectl on the PATH: that kustomize makes one of it was not seen");
        Process process = new ProcessBuilder("kubectl", "kustomize", Manifests.KUBERNETES.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
