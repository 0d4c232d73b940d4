package studio.agent.decide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import studio.domain.kernel.DnsName;
import studio.domain.network.Group;

/** What an endpoint leaves to the participant to say. */
final class Inputs {

    static final String HOST = "host";
    static final String PORT = "port";

    private static final int MAX_PORT = 65_535;

    private Inputs() {}

    /** The keys of what is left open. */
    static List<String> wanted(Group group) {
        return switch (group) {
            case Group.OfProcess process -> List.of();
            case Group.OfIngress ingress -> List.of();
            case Group.OfEgress egress ->
                Stream.concat(
                                Stream.of(HOST)
                                        .filter(key -> egress.spec().host().isEmpty()),
                                Stream.of(PORT)
                                        .filter(key -> egress.spec().port().isEmpty()))
                        .toList();
        };
    }

    /** Why that can't be said of that group, if so: it has to be all that is left open, and nothing else. */
    static Optional<String> flaw(Group group, Map<String, String> inputs) {
        return flaw(wanted(group), inputs);
    }

    /** The same, where these keys are left open. */
    static Optional<String> flaw(List<String> wanted, Map<String, String> inputs) {
        if (!new TreeSet<>(wanted).equals(new TreeSet<>(inputs.keySet()))) {
            return Optional.of(wanted.isEmpty() ? "must be empty: nothing is left open" : "must be " + wanted);
        }
        return Optional.ofNullable(inputs.get(HOST))
                .filter(host -> !DnsName.isValid(host) && !isAddress(host))
                .map(host -> "host must be a DNS name in lower case or an IP address")
                .or(() -> Optional.ofNullable(inputs.get(PORT))
                        .filter(port -> !isPort(port))
                        .map(port -> "port must be 1 to " + MAX_PORT));
    }

    private static boolean isAddress(String host) {
        return host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]{0,40}");
    }

    private static boolean isPort(String text) {
        return text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= MAX_PORT;
    }
}
