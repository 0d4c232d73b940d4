package studio.projection.watch;

import java.util.Optional;
import java.util.Set;
import studio.domain.StreamType;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.BackboneAccess;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.library.Library;
import studio.domain.library.LibraryAccess;
import studio.domain.network.Network;
import studio.domain.network.NetworkAccess;
import studio.domain.user.User;
import studio.domain.user.UserAccess;
import studio.projection.audit.Place;
import studio.projection.query.Conditions;

/**
 * That an entity is another now, or gone.
 *
 * @param place  the event that did it
 * @param stream the entity's stream
 * @param key    the entity
 * @param entity what it is now; absent if it is gone
 * @param before the root of the stream before, which says who could see it then
 * @param root   the root now
 */
public record Changed(
        Place place,
        StreamKey stream,
        EntityKey key,
        Optional<Entity> entity,
        Optional<Entity> before,
        Optional<Entity> root) {

    /** Under which words this is of interest: the kind in its stream, and for a root the type of stream. */
    Set<String> topics() {
        String ofKind = topic(stream, key.kind());
        return isRoot() ? Set.of(ofKind, stream.type()) : Set.of(ofKind);
    }

    /** The word for all entities of a kind in a stream. */
    public static String topic(StreamKey stream, String kind) {
        return stream + "|" + kind;
    }

    /** Says whether it is the entity that the stream is named after. */
    public boolean isRoot() {
        return StreamType.hasRoot(stream) && StreamType.root(stream).equals(key);
    }

    /** Says whether the actor may see what is in the stream now. */
    public boolean isVisibleTo(Actor actor) {
        return root.map(present -> mayRead(actor, present)).orElseGet(() -> Conditions.readsAll(actor));
    }

    /** Says whether the actor could see what was in the stream before. */
    public boolean wasVisibleTo(Actor actor) {
        return before.map(present -> mayRead(actor, present)).orElseGet(() -> Conditions.readsAll(actor));
    }

    private static boolean mayRead(Actor actor, Entity root) {
        return switch (root) {
            case User user -> UserAccess.mayRead(actor, Name.of(user.meta().name()));
            case Backbone backbone -> BackboneAccess.mayRead(actor, backbone);
            case Library library -> LibraryAccess.mayRead(actor, library);
            case Network network -> NetworkAccess.mayRead(actor, network);
            case Entity other -> throw new IllegalStateException(other.key() + " is no root of a stream");
        };
    }
}
