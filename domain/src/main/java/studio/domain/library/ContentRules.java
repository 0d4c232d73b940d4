package studio.domain.library;

import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Rejection.Reason;
import studio.domain.library.Artifacts.Archive;

/** The rules for what a version says. */
final class ContentRules {

    /** Environment variables that a version can have. */
    static final int MAX_ENV = 100;

    /** Ports, offered services, and required services that a version can have of each. */
    static final int MAX_LISTED = 50;

    /** What all of it together can have, in bytes of its canonical form: a network's stream holds a copy in each process. */
    static final int MAX_SIZE = 32_768;

    private static final int MAX_PORT = 65_535;
    private static final Pattern ENV_NAME = Pattern.compile(EnvVariable.NAME_PATTERN);

    private ContentRules() {}

    static Optional<Rejection> flaw(ImageContent content, Entities entities) {
        return flawedArtifacts(content)
                .or(() -> content.artifacts().linux().flatMap(ContentRules::flawedCommand))
                .or(() -> flawedEnv(content.env()))
                .or(() -> flawedPorts(content.ports()))
                .or(() -> flawedResources(content.resources()))
                .or(() -> flawedOffers(content, entities))
                .or(() -> flawedRequirements(content.requires(), entities))
                .or(() -> tooMuch(content));
    }

    private static Optional<Rejection> tooMuch(ImageContent content) {
        return content.canonicalForm().size() > MAX_SIZE
                ? Optional.of(Rejection.of(LIMIT_REACHED, "a version may say at most " + MAX_SIZE + " bytes in all"))
                : Optional.empty();
    }

    private static Optional<Rejection> flawedArtifacts(ImageContent content) {
        Artifacts artifacts = content.artifacts();
        if (artifacts.isEmpty()) {
            return invalid("artifacts", "must have one for at least one platform");
        }
        if (content.mutable()) {
            return artifacts.containers().allMatch(ContainerReference::isPinned)
                    ? invalid("mutable", "must be false where no container reference is without a digest")
                    : Optional.empty();
        }
        return floating("kubernetes", artifacts.kubernetes())
                .or(() -> floating("docker", artifacts.docker()))
                .or(() -> floating("podman", artifacts.podman()));
    }

    private static Optional<Rejection> floating(String platform, Optional<ContainerReference> container) {
        return container
                .filter(reference -> !reference.isPinned())
                .flatMap(reference ->
                        invalid("artifacts." + platform, "must end in @sha256:… unless the version is marked mutable"));
    }

    private static Optional<Rejection> flawedCommand(Archive archive) {
        String field = "artifacts.linux.command";
        boolean legible = archive.command().stream()
                .allMatch(part ->
                        part.length() <= Archive.MAX_ARGUMENT && part.chars().noneMatch(Character::isISOControl));
        boolean named = archive.command().stream()
                .findFirst()
                .filter(program -> !program.isBlank())
                .isPresent();
        return tooMany(field, archive.command().size(), Archive.MAX_COMMAND, "parts")
                .or(() -> legible && named
                        ? Optional.empty()
                        : invalid(
                                field,
                                "must begin with a program, and have parts of at most " + Archive.MAX_ARGUMENT
                                        + " characters on one line"));
    }

    private static Optional<Rejection> flawedEnv(List<EnvVariable> env) {
        Set<String> names = new HashSet<>();
        return tooMany("env", env.size(), MAX_ENV, "variables")
                .or(() -> env.stream()
                        .flatMap(variable -> flawedVariable(variable, names.add(variable.name())).stream())
                        .findFirst());
    }

    private static Optional<Rejection> flawedVariable(EnvVariable variable, boolean first) {
        if (!ENV_NAME.matcher(variable.name()).matches()) {
            return invalid("env", EnvVariable.NAME_RULE);
        }
        if (!first) {
            return invalid("env." + variable.name(), "must be there only once");
        }
        return variable.value().length() > EnvVariable.MAX_VALUE
                        || variable.value().indexOf('\0') >= 0
                ? invalid("env." + variable.name(), EnvVariable.VALUE_RULE)
                : Optional.empty();
    }

    private static Optional<Rejection> flawedPorts(Set<Integer> ports) {
        return tooMany("ports", ports.size(), MAX_LISTED, "ports")
                .or(() -> ports.stream()
                        .flatMap(port -> flawedPort("ports", port).stream())
                        .findFirst());
    }

    /** Says why that is no port, if so. */
    static Optional<Rejection> flawedPort(String field, int port) {
        return outside(field, port, MAX_PORT);
    }

    private static Optional<Rejection> flawedResources(Resources resources) {
        return resources
                .cpuMillis()
                .flatMap(millis -> outside("resources.cpuMillis", millis, Resources.MAX_CPU_MILLIS))
                .or(() -> resources
                        .memoryMebibytes()
                        .flatMap(memory ->
                                outside("resources.memoryMebibytes", memory, Resources.MAX_MEMORY_MEBIBYTES)));
    }

    private static Optional<Rejection> flawedOffers(ImageContent content, Entities entities) {
        List<OfferedService> offers = content.offers();
        Set<ServiceName> services = new HashSet<>();
        return tooMany("offers", offers.size(), MAX_LISTED, "services")
                .or(() -> first(offers.size(), i -> {
                    OfferedService offer = offers.get(i);
                    String field = "offers." + i;
                    if (!services.add(offer.service())) {
                        return invalid(field + ".service", "must be offered only once");
                    }
                    return content.ports().contains(offer.port())
                            ? unknown(field + ".service", offer.service(), entities)
                            : invalid(field + ".port", "must be one of the ports");
                }));
    }

    private static Optional<Rejection> flawedRequirements(List<RequiredService> requires, Entities entities) {
        Set<String> addresses = new HashSet<>();
        return tooMany("requires", requires.size(), MAX_LISTED, "services")
                .or(() -> first(requires.size(), i -> {
                    RequiredService requirement = requires.get(i);
                    String field = "requires." + i;
                    if (!addresses.add(requirement.host() + ":" + requirement.port())) {
                        return invalid(field + ".host", "must not be the same as another's at the same port");
                    }
                    return flawedPort(field + ".port", requirement.port())
                            .or(() -> unknown(field + ".service", requirement.service(), entities));
                }));
    }

    /** A service of the same library must be there; whether another library has one, this stream can't know. */
    private static Optional<Rejection> unknown(String field, ServiceName service, Entities entities) {
        if (!service.publisher().equals(entities.stream().name())) {
            return Optional.empty();
        }
        return entities.find(Service.KIND, service.name())
                .map(known -> switch (known) {
                    case Service.Published published -> Optional.<Rejection>empty();
                    case Service.Withdrawn withdrawn ->
                        rejection(WRONG_STATE, field, "service '" + service + "' was withdrawn");
                })
                .orElseGet(() -> rejection(NOT_FOUND, field, "there is no service '" + service + "'"));
    }

    private static Optional<Rejection> first(int size, IntFunction<Optional<Rejection>> flaw) {
        return IntStream.range(0, size).mapToObj(flaw).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Rejection> outside(String field, int value, int max) {
        return value < 1 || value > max ? invalid(field, "must be 1 to " + max) : Optional.empty();
    }

    private static Optional<Rejection> tooMany(String field, int size, int max, String what) {
        return size > max ? rejection(LIMIT_REACHED, field, "may have at most " + max + " " + what) : Optional.empty();
    }

    private static Optional<Rejection> invalid(String field, String detail) {
        return rejection(INVALID_VALUE, field, detail);
    }

    private static Optional<Rejection> rejection(Reason reason, String field, String detail) {
        return Optional.of(Rejection.ofField(reason, field, detail));
    }
}
