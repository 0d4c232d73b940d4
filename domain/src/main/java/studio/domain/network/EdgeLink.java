package studio.domain.network;

import java.util.List;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;

/**
 * A connection that the sites of an invitation make to the backbone; named by invitation and access point.
 *
 * @param meta        name, uid, revision and times
 * @param invitation  the invitation
 * @param accessPoint the access point of the attachment
 * @param priority    1 is tried first
 */
public record EdgeLink(ObjectMeta meta, Name invitation, Name accessPoint, int priority) implements Entity {

    /** Connections to the backbone. */
    public static final Kind<EdgeLink> KIND = new Kind<>("edge-link", EdgeLink.class);

    @Override
    public EntityKey key() {
        return key(invitation, accessPoint);
    }

    /** The key of the link of that invitation to that access point. */
    public static EntityKey key(Name invitation, Name accessPoint) {
        return new EntityKey(KIND.label(), name(invitation, accessPoint));
    }

    /** The links of that invitation. */
    public static List<EdgeLink> of(Name invitation, Entities entities) {
        return entities.list(KIND, invitation + ".");
    }

    /** A name has no dot, so the two can be told apart. */
    static String name(Name invitation, Name accessPoint) {
        return invitation + "." + accessPoint;
    }

    /**
     * A wish for a link.
     *
     * @param accessPoint an access point that the network is attached to
     * @param priority    1 is tried first
     */
    public record Wanted(Name accessPoint, int priority) {}
}
