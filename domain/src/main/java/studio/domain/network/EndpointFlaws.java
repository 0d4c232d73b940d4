package studio.domain.network;

import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import studio.domain.kernel.DnsName;
import studio.domain.kernel.Rejection;
import studio.domain.library.EnvVariable;
import studio.domain.library.ServiceName;
import studio.domain.network.EndpointCommand.ChangeEndpoint;

/** What can be wrong with what an endpoint is asked to be, whatever else there is. */
final class EndpointFlaws {

    /** Instances of a process at one site. */
    static final int MAX_REPLICAS = 100;

    /** Variables that a process can have beside its image's. */
    static final int MAX_ENV = 100;

    /** Ports of one ingress. */
    static final int MAX_SLOTS = 1_000;

    /** The key under which a participant supplies the host that an egress leads to. */
    static final String HOST = "host";

    /** The key under which a participant supplies that host's port. */
    static final String PORT = "port";

    private static final int MAX_PORT = 65_535;
    private static final Pattern ENV_NAME = Pattern.compile(EnvVariable.NAME_PATTERN);
    private static final Pattern SERVICE = Pattern.compile(ServiceName.PATTERN);
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*");
    private static final int MAX_ADDRESS = 45;

    private EndpointFlaws() {}

    static Optional<Rejection> of(int replicas, List<Label> env) {
        return ofReplicas(replicas).or(() -> ofEnv(env));
    }

    static Optional<Rejection> of(ChangeEndpoint command) {
        return command.replicas()
                .flatMap(EndpointFlaws::ofReplicas)
                .or(() -> command.env().flatMap(EndpointFlaws::ofEnv))
                .or(() -> command.ingress().flatMap(EndpointFlaws::of))
                .or(() -> command.egress().flatMap(EndpointFlaws::of));
    }

    private static Optional<Rejection> ofReplicas(int replicas) {
        return replicas < 1 || replicas > MAX_REPLICAS
                ? field(INVALID_VALUE, "replicas", "must be 1 to " + MAX_REPLICAS)
                : Optional.empty();
    }

    private static Optional<Rejection> ofEnv(List<Label> env) {
        if (env.size() > MAX_ENV) {
            return field(LIMIT_REACHED, "env", "may have at most " + MAX_ENV + " variables");
        }
        Set<String> names = new HashSet<>();
        return env.stream()
                .flatMap(variable -> ofVariable(variable, names.add(variable.key())).stream())
                .findFirst();
    }

    private static Optional<Rejection> ofVariable(Label variable, boolean first) {
        if (!ENV_NAME.matcher(variable.key()).matches()) {
            return field(INVALID_VALUE, "env", EnvVariable.NAME_RULE);
        }
        if (!first) {
            return field(INVALID_VALUE, "env." + variable.key(), "must be there only once");
        }
        return variable.value().length() > EnvVariable.MAX_VALUE
                        || variable.value().indexOf('\0') >= 0
                ? field(INVALID_VALUE, "env." + variable.key(), EnvVariable.VALUE_RULE)
                : Optional.empty();
    }

    static Optional<Rejection> of(Endpoint.IngressSpec ingress) {
        return ofService("ingress.service", ingress.service())
                .or(() -> ofPort("ingress.port", ingress.port()))
                .or(() -> ofSlots(ingress));
    }

    private static Optional<Rejection> ofSlots(Endpoint.IngressSpec ingress) {
        String field = "ingress.slots";
        if (ingress.slots() < 1 || ingress.slots() > MAX_SLOTS) {
            return field(INVALID_VALUE, field, "must be 1 to " + MAX_SLOTS);
        }
        if (ingress.fan() == Endpoint.Fan.SINGLE && ingress.slots() != 1) {
            return field(INVALID_VALUE, field, "must be 1 unless it has a listener for each offering site");
        }
        return ingress.lastPort() > MAX_PORT
                ? field(INVALID_VALUE, field, "must leave the last port at most " + MAX_PORT)
                : Optional.empty();
    }

    static Optional<Rejection> of(Endpoint.EgressSpec egress) {
        return ofService("egress.service", egress.service())
                .or(() -> egress.host().flatMap(host -> ofHost("egress.host", host)))
                .or(() -> egress.port().flatMap(port -> ofPort("egress.port", port)));
    }

    static Optional<Rejection> ofService(String field, String service) {
        return SERVICE.matcher(service).matches() ? Optional.empty() : field(INVALID_VALUE, field, ServiceName.RULE);
    }

    static Optional<Rejection> ofHost(String field, String host) {
        return DnsName.isValid(host)
                        || (host.length() <= MAX_ADDRESS
                                && ADDRESS.matcher(host).matches())
                ? Optional.empty()
                : field(INVALID_VALUE, field, "must be a DNS name in lower case or an IP address");
    }

    static Optional<Rejection> ofPort(String field, int port) {
        return port < 1 || port > MAX_PORT ? field(INVALID_VALUE, field, "must be 1 to " + MAX_PORT) : Optional.empty();
    }

    /** What a participant supplies must be what the endpoint leaves open, all of it and nothing else. */
    static Optional<Rejection> ofInputs(Set<Label> inputs, Group group) {
        return switch (group) {
            case Group.OfProcess process -> ofInputs(inputs, Set.of());
            case Group.OfIngress ingress -> ofInputs(inputs, Set.of());
            case Group.OfEgress egress -> ofInputs(inputs, open(egress.spec()));
        };
    }

    private static Set<String> open(Endpoint.EgressSpec egress) {
        Set<String> open = new HashSet<>();
        if (egress.host().isEmpty()) {
            open.add(HOST);
        }
        if (egress.port().isEmpty()) {
            open.add(PORT);
        }
        return open;
    }

    private static Optional<Rejection> ofInputs(Set<Label> inputs, Set<String> open) {
        Set<String> missing = new HashSet<>(open);
        for (Label input : inputs) {
            if (!missing.remove(input.key())) {
                return field(INVALID_VALUE, "inputs", "the endpoint asks for no '" + input.key() + "', or only once");
            }
            Optional<Rejection> flaw = input.key().equals(HOST)
                    ? ofHost("inputs.host", input.value())
                    : ofPort("inputs.port", number(input.value()));
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return missing.stream()
                .sorted()
                .findFirst()
                .flatMap(key ->
                        field(INVALID_VALUE, "inputs." + key, "must be said, since the endpoint leaves it open"));
    }

    /** What is no number is no port either. */
    private static int number(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static Optional<Rejection> field(Rejection.Reason reason, String field, String detail) {
        return Optional.of(Rejection.ofField(reason, field, detail));
    }
}
