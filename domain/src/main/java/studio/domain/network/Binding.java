package studio.domain.network;

import java.util.Comparator;

/**
 * An endpoint's part in a service link, as the endpoint keeps it: what the link says that makes a difference where the endpoint runs.
 *
 * @param link         the link
 * @param service      the link's service, as {@code publisher/service}
 * @param role         what the endpoint does there
 * @param scope        how far the link's address reaches
 * @param distribution which of those who offer the service serves a connection
 */
public record Binding(
        Ref link, String service, ServiceLink.Role role, ServiceLink.Scope scope, ServiceLink.Distribution distribution)
        implements Comparable<Binding> {

    private static final Comparator<Binding> ORDER =
            Comparator.comparing(Binding::role).thenComparing(Binding::service).thenComparing(Binding::link);

    /** Says whether the endpoint serves there. */
    public boolean offers() {
        return role == ServiceLink.Role.OFFERS;
    }

    /** Says whether the endpoint connects there. */
    public boolean requires() {
        return role == ServiceLink.Role.REQUIRES;
    }

    /** Says whether it is part in that link. */
    public boolean isOf(ServiceLink other) {
        return link.uid().equals(other.meta().uid());
    }

    @Override
    public int compareTo(Binding other) {
        return ORDER.compare(this, other);
    }
}
