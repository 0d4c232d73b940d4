package studio.domain.network;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.stream.Collectors;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.ObjectMeta;

/**
 * A combination of classes that members have, so that what must hold at every site need not be asked of every site.
 *
 * @param meta        named by the digest of the classes' uids
 * @param siteClasses the classes
 * @param sites       members that have exactly these; at least one
 */
public record ClassSet(ObjectMeta meta, Set<Ref> siteClasses, long sites) implements Entity {

    /** Combinations of classes. */
    public static final Kind<ClassSet> KIND = new Kind<>("class-set", ClassSet.class);

    /** Keeps its own copy. */
    public ClassSet {
        siteClasses = Set.copyOf(siteClasses);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(KIND.label(), meta.name());
    }

    /** The key of the combination of these classes. */
    public static EntityKey key(Set<Ref> siteClasses) {
        return new EntityKey(KIND.label(), digest(siteClasses).hex());
    }

    private static Digest digest(Set<Ref> siteClasses) {
        String uids =
                siteClasses.stream().sorted().map(ref -> ref.uid().toString()).collect(Collectors.joining(","));
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(uids.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
