package studio.domain.network;

import java.util.Optional;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Uid;

/**
 * Finds a site by its uid or by its key, without looking at all sites.
 *
 * @param meta named by the uid, or by the digest of the key
 * @param site the site's name
 */
public record SiteIndex(ObjectMeta meta, Name site) implements Entity {

    /** Entries of the index. */
    public static final Kind<SiteIndex> KIND = new Kind<>("site-index", SiteIndex.class);

    @Override
    public EntityKey key() {
        return new EntityKey(KIND.label(), meta.name());
    }

    /** The entry for the site of that uid. */
    public static EntityKey key(Uid site) {
        return KIND.key(site);
    }

    /** The entry for the site with that public key. */
    public static EntityKey key(Digest publicKey) {
        return new EntityKey(KIND.label(), publicKey.hex());
    }

    /** The site of that uid, in whatever state. */
    public static Optional<MemberSite> find(Uid site, Entities entities) {
        return Members.find(site, entities);
    }

    /** The entry for the site under that key. */
    static SiteIndex of(EntityKey key, Ref site, Recorded<?> recorded) {
        return new SiteIndex(
                new ObjectMeta(key.name(), site.uid(), recorded.revision(), recorded.at(), recorded.at()), site.name());
    }
}
