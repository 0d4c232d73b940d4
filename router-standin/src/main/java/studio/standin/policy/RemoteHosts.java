package studio.standin.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The hosts that a group's users may come from: all of them, single ones, or ranges. */
record RemoteHosts(List<String> rules) {

    static RemoteHosts of(String csv) {
        return new RemoteHosts(Stream.of(csv.split(","))
                .map(String::trim)
                .filter(rule -> !rule.isEmpty())
                .toList());
    }

    boolean contains(InetAddress host) {
        return rules.stream().anyMatch(rule -> matches(rule, host));
    }

    private static boolean matches(String rule, InetAddress host) {
        if (rule.equals("*")) {
            return true;
        }
        String[] bounds = rule.split("-", 2);
        try {
            if (bounds.length == 2 && bounds[0].matches("[0-9a-fA-F.:]+")) {
                return between(InetAddress.getByName(bounds[0]), host, InetAddress.getByName(bounds[1]));
            }
            return List.of(InetAddress.getAllByName(rule)).contains(host);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean between(InetAddress low, InetAddress host, InetAddress high) {
        return Arrays.compareUnsigned(low.getAddress(), host.getAddress()) <= 0
                && Arrays.compareUnsigned(host.getAddress(), high.getAddress()) <= 0
                && low.getAddress().length == host.getAddress().length;
    }
}
