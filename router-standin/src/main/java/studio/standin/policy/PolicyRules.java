package studio.standin.policy;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The router's policy: none, or every connection has a vhost whose rules let it in. */
public final class PolicyRules {

    private static final Logger LOGGER = LoggerFactory.getLogger(PolicyRules.class);

    private final Map<String, VhostRules> vhosts = new LinkedHashMap<>();
    private final Map<String, Stats> stats = new LinkedHashMap<>();
    private boolean enabled;
    private String defaultVhost = "$default";

    /** What a vhost has let in and refused. */
    public static final class Stats {
        /** Connections that were let in. */
        public long approved;

        /** Connections that were refused. */
        public long denied;

        /** Connections that are there. */
        public long current;

        /** Senders that were refused. */
        public long senderDenied;

        /** Receivers that were refused. */
        public long receiverDenied;
    }

    /** Who asks to be let in, whence, and by which name of a vhost. */
    public record Visitor(String user, InetAddress host, String vhost) {}

    /** Whether one is let in. */
    public sealed interface Admission {
        /** Let in with these rights, counted under that vhost. */
        record Granted(Rights rights, String vhost) implements Admission {}

        /** Let in: the router has no policy. */
        record Free() implements Admission {}

        /** Sent away. */
        record Refused(String reason) implements Admission {}
    }

    /** Switches the policy on. */
    public void enable(String vhostOfStrangers) {
        enabled = true;
        defaultVhost = vhostOfStrangers;
    }

    /** Is it on? */
    public boolean enabled() {
        return enabled;
    }

    /** Adds or replaces a vhost. */
    public void put(VhostRules rules) {
        vhosts.put(rules.hostname(), rules);
        stats.computeIfAbsent(rules.hostname(), name -> new Stats());
    }

    /** Takes a vhost away. */
    public void remove(String hostname) {
        vhosts.remove(hostname);
    }

    /** What that vhost has counted. */
    public Stats stats(String hostname) {
        return stats.computeIfAbsent(hostname, name -> new Stats());
    }

    /** What each vhost has counted. */
    public Map<String, Stats> counted() {
        return new LinkedHashMap<>(stats);
    }

    /** What all of them have counted, by the names that management has for it. */
    public Map<String, Object> totals() {
        Map<String, Object> totals = new LinkedHashMap<>();
        long denied = stats.values().stream().mapToLong(each -> each.denied).sum();
        long links = stats.values().stream()
                .mapToLong(each -> each.senderDenied + each.receiverDenied)
                .sum();
        totals.put("connectionsProcessed", (int) stats.values().stream()
                .mapToLong(each -> each.approved + each.denied)
                .sum());
        totals.put("connectionsDenied", (int) denied);
        totals.put("connectionsCurrent", (int)
                stats.values().stream().mapToLong(each -> each.current).sum());
        totals.put("linksDenied", (int) links);
        totals.put("totalDenials", (int) (denied + links));
        return totals;
    }

    /** Decides at Open. */
    public Admission admit(Visitor visitor) {
        if (!enabled) {
            return new Admission.Free();
        }
        Optional<VhostRules> vhost = Optional.ofNullable(vhosts.get(visitor.vhost()))
                .or(() -> Optional.ofNullable(vhosts.get(defaultVhost)));
        Admission admission = vhost.map(rules -> admit(visitor, rules))
                .orElseGet(() -> new Admission.Refused("No policy defined for vhost"));
        switch (admission) {
            case Admission.Granted granted -> count(granted.vhost());
            case Admission.Refused refused -> {
                vhost.ifPresent(rules -> stats(rules.hostname()).denied++);
                LOGGER.info(
                        "DENY AMQP Open for user '{}', rhost '{}', vhost '{}': {}",
                        visitor.user(),
                        visitor.host().getHostAddress(),
                        visitor.vhost(),
                        refused.reason());
            }
            case Admission.Free free -> LOGGER.trace("no policy: {}", free);
        }
        return admission;
    }

    private void count(String vhost) {
        stats(vhost).approved++;
        stats(vhost).current++;
    }

    private Admission admit(Visitor visitor, VhostRules rules) {
        Optional<Map<String, Object>> group = rules.groupOf(visitor.user());
        if (group.isEmpty()) {
            return new Admission.Refused("User is not in a user group and unknown users are denied");
        }
        boolean fromThere = Rights.text(group.get(), "remoteHosts")
                .map(RemoteHosts::of)
                .filter(hosts -> hosts.contains(visitor.host()))
                .isPresent();
        if (!fromThere) {
            return new Admission.Refused("User is not allowed to connect from this network host");
        }
        if (stats(rules.hostname()).current >= rules.maxConnections()) {
            return new Admission.Refused("Connection denied by vhost limit");
        }
        return new Admission.Granted(Rights.of(visitor.user(), group.get()), rules.hostname());
    }
}
