package studio.domain.network;

import java.util.Comparator;
import java.util.Set;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;

/**
 * A service that some endpoints offer and others require, as one address of the network.
 *
 * @param meta         name, uid, revision and times
 * @param service      the service, as {@code publisher/service}
 * @param members      who offers and who requires it
 * @param scope        how far the address reaches
 * @param distribution which of those who offer it serves a connection
 */
public record ServiceLink(ObjectMeta meta, String service, Set<Member> members, Scope scope, Distribution distribution)
        implements Entity {

    /** Service links. */
    public static final Kind<ServiceLink> KIND = new Kind<>("service-link", ServiceLink.class);

    /** Keeps its own copy. */
    public ServiceLink {
        members = Set.copyOf(members);
    }

    @Override
    public EntityKey key() {
        return KIND.key(Name.of(meta.name()));
    }

    /**
     * An endpoint's part in a link.
     *
     * @param endpoint the endpoint
     * @param role     what it does there
     */
    public record Member(Name endpoint, Role role) implements Comparable<Member> {

        private static final Comparator<Member> ORDER =
                Comparator.comparing(Member::endpoint).thenComparing(Member::role);

        @Override
        public int compareTo(Member other) {
            return ORDER.compare(this, other);
        }
    }

    /** What an endpoint does in a link. */
    public enum Role {
        /** It serves. */
        OFFERS,
        /** It connects. */
        REQUIRES
    }

    /** How far a service's address reaches. */
    public enum Scope {
        /** All sites of the network. */
        NETWORK,
        /** The sites of one class, each class apart. */
        SITE_CLASS,
        /** One site, each site apart. */
        SITE
    }

    /** Which of those who offer a service serves a connection. */
    public enum Distribution {
        /** All in turn, weighed by load. */
        BALANCED,
        /** The nearest by cost. */
        CLOSEST
    }
}
