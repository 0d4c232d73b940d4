package studio.domain.backbone;

import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Owners;

/** An interior transit network on which users put their application networks. */
public sealed interface Backbone extends Entity {

    /** Backbones. */
    Kind<Backbone> KIND = new Kind<>("backbone", Backbone.class);

    /** Who may change it. */
    Owners owners();

    /** Who may put networks on it. */
    Owners offeredTo();

    @Override
    default EntityKey key() {
        return KIND.key(Name.of(meta().name()));
    }

    /** Waits for its two certificate authorities. */
    record Requested(ObjectMeta meta, Owners owners, Owners offeredTo) implements Backbone {}

    /** Has its authorities; its sites can be deployed. */
    record Ready(ObjectMeta meta, Owners owners, Owners offeredTo) implements Backbone {}

    /** One of its authorities could not be made; it becomes ready as soon as a later try succeeds. */
    record Failed(ObjectMeta meta, Owners owners, Owners offeredTo, String cause) implements Backbone {}

    /** Waits until its deployed sites have cleaned up, and is deleted then. Takes nothing new. */
    record Deleting(ObjectMeta meta, Owners owners, Owners offeredTo) implements Backbone {}

    /** Gone. The name stays with those who owned it, and a new backbone may take it. */
    record Deleted(ObjectMeta meta, Owners owners) implements Backbone {
        @Override
        public Owners offeredTo() {
            return Owners.NOBODY;
        }
    }
}
