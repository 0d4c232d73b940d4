package studio.domain.network;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;

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

    /** How others refer to it. */
    public Ref ref() {
        return new Ref(Name.of(meta.name()), meta.uid());
    }

    /** The endpoints with that role, in order. */
    public Stream<Name> members(Role role) {
        return members.stream()
                .filter(member -> member.role() == role)
                .map(Member::endpoint)
                .sorted();
    }

    /** Says whether some ingress calls those who serve there one by one. */
    public boolean fansOut(Entities entities) {
        return Peers.ingressesOf(this, entities).findAny().isPresent();
    }

    /** The same without that endpoint from that event on. */
    ServiceLink without(Name endpoint, Recorded<?> recorded) {
        Set<Member> others = members.stream()
                .filter(member -> !member.endpoint().equals(endpoint))
                .collect(Collectors.toSet());
        return new ServiceLink(meta.changed(recorded), service, others, scope, distribution);
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
