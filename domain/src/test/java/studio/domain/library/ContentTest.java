package studio.domain.library;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;
import static studio.domain.library.Libraries.ACME;
import static studio.domain.library.Libraries.FLOATING;
import static studio.domain.library.Libraries.FOREIGN_SERVICE;
import static studio.domain.library.Libraries.ORDERS_SERVICE;
import static studio.domain.library.Libraries.PINNED;
import static studio.domain.library.Libraries.WEB;
import static studio.domain.library.Libraries.full;
import static studio.domain.library.Libraries.onKubernetes;
import static studio.domain.library.Libraries.plain;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection.Reason;
import studio.domain.library.Artifacts.Archive;
import studio.domain.library.LibraryCommand.PublishImage;
import studio.domain.spec.StreamSpec;

/** What a version may say. */
class ContentTest {

    private static final VersionName THREE = VersionName.of("3");

    private static StreamSpec<LibraryCommand, LibraryEvent>.Outcome publish(ImageContent content) {
        return Libraries.published().when(ACME, new PublishImage(WEB, THREE, content));
    }

    private static ImageContent of(boolean mutable, Artifacts artifacts) {
        return new ImageContent(mutable, artifacts, List.of(), Set.of(), Resources.UNSAID, List.of(), List.of());
    }

    private static ImageContent withEnv(List<EnvVariable> env) {
        return new ImageContent(false, onKubernetes(PINNED), env, Set.of(), Resources.UNSAID, List.of(), List.of());
    }

    private static ImageContent withCommand(List<String> command) {
        Archive archive = new Archive(Libraries.ARCHIVE.url(), Libraries.ARCHIVE.sha256(), command);
        return of(false, new Artifacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(archive)));
    }

    private static ImageContent withPorts(Set<Integer> ports) {
        return new ImageContent(false, onKubernetes(PINNED), List.of(), ports, Resources.UNSAID, List.of(), List.of());
    }

    private static ImageContent withResources(int cpuMillis, int memoryMebibytes) {
        return new ImageContent(
                false,
                onKubernetes(PINNED),
                List.of(),
                Set.of(),
                new Resources(Optional.of(cpuMillis), Optional.of(memoryMebibytes)),
                List.of(),
                List.of());
    }

    private static ImageContent offering(OfferedService... offers) {
        return new ImageContent(
                false, onKubernetes(PINNED), List.of(), Set.of(80), Resources.UNSAID, List.of(offers), List.of());
    }

    private static ImageContent requiring(RequiredService... requires) {
        return new ImageContent(
                false, onKubernetes(PINNED), List.of(), Set.of(), Resources.UNSAID, List.of(), List.of(requires));
    }

    private static OfferedService offer(ServiceName service, int port) {
        return new OfferedService(service, port, ServiceScope.NETWORK);
    }

    private static RequiredService requirement(ServiceName service, String host, int port) {
        return new RequiredService(service, Name.of(host), port, false);
    }

    @Test
    void shouldTakeSomethingOfEverything() {
        assertThat(publish(full()).events()).hasSize(1);
    }

    @Test
    void shouldWantAnArtifactForSomePlatform() {
        publish(of(false, new Artifacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .thenRejected(INVALID_VALUE, "artifacts");
    }

    @Test
    void shouldWantDigestsUnlessTheVersionIsMarkedMutable() {
        publish(of(false, onKubernetes(FLOATING))).thenRejected(INVALID_VALUE, "artifacts.kubernetes");
        publish(of(
                        false,
                        new Artifacts(Optional.of(PINNED), Optional.of(FLOATING), Optional.empty(), Optional.empty())))
                .thenRejected(INVALID_VALUE, "artifacts.docker");
        publish(of(
                        false,
                        new Artifacts(Optional.of(PINNED), Optional.empty(), Optional.of(FLOATING), Optional.empty())))
                .thenRejected(INVALID_VALUE, "artifacts.podman");
        publish(plain(FLOATING)).events();
    }

    @Test
    void shouldNotCallMutableWhatCannotChange() {
        publish(of(true, onKubernetes(PINNED))).thenRejected(INVALID_VALUE, "mutable");
    }

    @Test
    void shouldWantAProgramAndLegibleArguments() {
        publish(withCommand(List.of())).thenRejected(INVALID_VALUE, "artifacts.linux.command");
        publish(withCommand(List.of(" ", "x"))).thenRejected(INVALID_VALUE, "artifacts.linux.command");
        publish(withCommand(List.of("run", "two\nlines"))).thenRejected(INVALID_VALUE, "artifacts.linux.command");
        publish(withCommand(List.of("run", "x".repeat(Archive.MAX_ARGUMENT + 1))))
                .thenRejected(INVALID_VALUE, "artifacts.linux.command");
        publish(withCommand(Collections.nCopies(Archive.MAX_COMMAND + 1, "x")))
                .thenRejected(LIMIT_REACHED, "artifacts.linux.command");
        publish(withCommand(List.of("run", "", "x".repeat(Archive.MAX_ARGUMENT))))
                .events();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1ST", "a-b", "a b", "ä", "A=B"})
    void shouldWantNamesThatEveryShellKnows(String name) {
        publish(withEnv(List.of(new EnvVariable(name, "x")))).thenRejected(INVALID_VALUE, "env");
    }

    @Test
    void shouldBoundTheEnvironment() {
        List<EnvVariable> most = IntStream.range(0, ContentRules.MAX_ENV)
                .mapToObj(i -> new EnvVariable("V" + i, "x"))
                .toList();
        publish(withEnv(most)).events();
        publish(withEnv(Collections.nCopies(ContentRules.MAX_ENV + 1, most.getFirst())))
                .thenRejected(LIMIT_REACHED, "env");
        publish(withEnv(List.of(new EnvVariable("A", "x"), new EnvVariable("A", "y"))))
                .thenRejected(INVALID_VALUE, "env.A");
        publish(withEnv(List.of(new EnvVariable("A", "x".repeat(EnvVariable.MAX_VALUE + 1)))))
                .thenRejected(INVALID_VALUE, "env.A");
        publish(withEnv(List.of(new EnvVariable("A", "\0")))).thenRejected(INVALID_VALUE, "env.A");
    }

    @Test
    void shouldBoundTheWhole() {
        String longest = "x".repeat(EnvVariable.MAX_VALUE);
        List<EnvVariable> much = IntStream.range(0, 10)
                .mapToObj(i -> new EnvVariable("V" + i, longest))
                .toList();
        publish(withEnv(much)).thenRejected(LIMIT_REACHED);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536, Integer.MAX_VALUE})
    void shouldKnowWhatAPortIs(int port) {
        publish(withPorts(Set.of(port))).thenRejected(INVALID_VALUE, "ports");
        publish(requiring(requirement(FOREIGN_SERVICE, "db", port))).thenRejected(INVALID_VALUE, "requires.0.port");
    }

    @Test
    void shouldBoundThePorts() {
        Set<Integer> more =
                IntStream.rangeClosed(0, ContentRules.MAX_LISTED).boxed().collect(Collectors.toSet());
        publish(withPorts(more)).thenRejected(LIMIT_REACHED, "ports");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, resources.cpuMillis",
        "1000001, 1, resources.cpuMillis",
        "1, 0, resources.memoryMebibytes",
        "1, 16777217, resources.memoryMebibytes"
    })
    void shouldBoundTheResources(int cpuMillis, int memoryMebibytes, String field) {
        publish(withResources(cpuMillis, memoryMebibytes)).thenRejected(INVALID_VALUE, field);
    }

    @Test
    void shouldOfferServicesOnItsPortsOnceEach() {
        publish(offering(offer(ORDERS_SERVICE, 80), offer(FOREIGN_SERVICE, 80))).events();
        publish(offering(offer(ORDERS_SERVICE, 81))).thenRejected(INVALID_VALUE, "offers.0.port");
        publish(offering(offer(ORDERS_SERVICE, 80), offer(ORDERS_SERVICE, 80)))
                .thenRejected(INVALID_VALUE, "offers.1.service");
        publish(offering(Collections.nCopies(ContentRules.MAX_LISTED + 1, offer(ORDERS_SERVICE, 80))
                        .toArray(OfferedService[]::new)))
                .thenRejected(LIMIT_REACHED, "offers");
    }

    @Test
    void shouldRequireServicesUnderOneNameAndPortEach() {
        publish(requiring(requirement(ORDERS_SERVICE, "a", 80), requirement(ORDERS_SERVICE, "a", 81)))
                .events();
        publish(requiring(requirement(ORDERS_SERVICE, "a", 80), requirement(FOREIGN_SERVICE, "a", 80)))
                .thenRejected(INVALID_VALUE, "requires.1.host");
        publish(requiring(Collections.nCopies(ContentRules.MAX_LISTED + 1, requirement(ORDERS_SERVICE, "a", 80))
                        .toArray(RequiredService[]::new)))
                .thenRejected(LIMIT_REACHED, "requires");
    }

    @ParameterizedTest
    @CsvSource({"published, acme/database, NOT_FOUND", "withdrawn, acme/orders, WRONG_STATE"})
    void shouldNameServicesOfItsOwnLibraryThatAreThere(String state, String service, Reason reason) {
        StreamSpec<LibraryCommand, LibraryEvent> spec =
                state.equals("published") ? Libraries.published() : Libraries.withdrawn();
        ServiceName name = ServiceName.parse(service);

        spec.when(ACME, new PublishImage(Libraries.DATABASE, THREE, offering(offer(name, 80))))
                .thenRejected(reason, "offers.0.service");
        spec.when(ACME, new PublishImage(Libraries.DATABASE, THREE, requiring(requirement(name, "a", 80))))
                .thenRejected(reason, "requires.0.service");
        assertThat(reason).isIn(NOT_FOUND, WRONG_STATE);
    }
}
