package studio.standin.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.standin.tls.TlsProfile;

/** One connector: it connects, and connects again, with a further group of connections for each generation of its certificate. */
public final class Connecting {

    /** How it connects. */
    public record Settings(
            String name,
            String host,
            int port,
            Role role,
            int cost,
            Optional<TlsProfile> profile,
            boolean verifyHostname,
            List<String> mechanisms,
            RouterTerms.Frame frame,
            Optional<String> policyVhost,
            int dataConnections) {}

    private final Node node;
    private final Settings settings;
    private final Targets targets;
    private final List<ConnectorGroup> groups = new ArrayList<>();
    private String status = "CONNECTING";
    private String message = "";

    /** A connector that does not connect yet. */
    public Connecting(Node node, Settings settings) {
        this.node = node;
        this.settings = settings;
        this.targets = new Targets(settings.host(), settings.port());
    }

    Node node() {
        return node;
    }

    Settings settings() {
        return settings;
    }

    Targets targets() {
        return targets;
    }

    /** Connects. */
    public void start() {
        add();
    }

    private void add() {
        ConnectorGroup group = new ConnectorGroup(
                this, settings.profile().map(TlsProfile::ordinal).orElse(0L), groups.size());
        groups.add(group);
        group.connect();
    }

    /** The certificate was changed: a newer generation gets connections of its own, those too old are closed. */
    public void rotated() {
        TlsProfile profile = settings.profile().orElseThrow();
        if (groups.isEmpty() || groups.getLast().generation() < profile.ordinal()) {
            add();
        } else {
            groups.getLast().retryNow();
        }
        List.copyOf(groups).stream()
                .filter(group -> group.generation() < profile.oldestValid())
                .forEach(this::drop);
    }

    private void drop(ConnectorGroup group) {
        groups.remove(group);
        group.close();
    }

    /** Is that the group that is to be kept up? An older one that is lost is not connected again. */
    boolean keeps(ConnectorGroup group) {
        boolean newest = !groups.isEmpty() && groups.getLast() == group;
        if (!newest) {
            groups.remove(group);
        }
        return newest;
    }

    void connected() {
        status = "SUCCESS";
        message = "Connection opened";
    }

    void failed(String target, String reason) {
        status = "CONNECTING";
        message = "Connection to " + target + " failed: " + reason;
    }

    /** Its name. */
    public String name() {
        return settings.name();
    }

    /** What its connections are for. */
    public Role role() {
        return settings.role();
    }

    /** What the way over it costs, as it is configured here. */
    public int cost() {
        return settings.cost();
    }

    /** CONNECTING or SUCCESS. */
    public String status() {
        return status;
    }

    /** What was last seen of it. */
    public String message() {
        return message;
    }

    /** The profile that secures it. */
    public Optional<TlsProfile> profile() {
        return settings.profile();
    }

    /** Where else it may connect, as its peer told. */
    public String failoverUrls() {
        return targets.toString();
    }

    /** Closes its connections for good. */
    public void close() {
        List<ConnectorGroup> all = List.copyOf(groups);
        groups.clear();
        all.forEach(ConnectorGroup::close);
    }
}
