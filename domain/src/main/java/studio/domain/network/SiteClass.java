package studio.domain.network;

import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;

/**
 * A class of sites, such as {@code gold}.
 *
 * @param meta           name, uid, revision and times
 * @param labels         words about it
 * @param proposedPolicy what those who join in this class are proposed to do with changes
 * @param sites          sites that have it now
 */
public record SiteClass(ObjectMeta meta, Set<Label> labels, AcceptancePolicy.Mode proposedPolicy, long sites)
        implements Entity {

    /** Site classes. */
    public static final Kind<SiteClass> KIND = new Kind<>("site-class", SiteClass.class);

    /** Keeps its own copy. */
    public SiteClass {
        labels = Set.copyOf(labels);
    }

    @Override
    public EntityKey key() {
        return KIND.key(Name.of(meta.name()));
    }

    /** How others refer to it. */
    public Ref ref() {
        return new Ref(Name.of(meta.name()), meta.uid());
    }

    /** The class that is meant, unless it is gone; another one may have its name by now. */
    public static Optional<SiteClass> find(Ref meant, Entities entities) {
        return entities.find(KIND, meant.name()).filter(present -> present.ref().equals(meant));
    }

    /** The same class after sites came or went. */
    SiteClass counting(long more) {
        return new SiteClass(meta, labels, proposedPolicy, sites + more);
    }
}
