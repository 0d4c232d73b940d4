package studio.domain.plan;

import java.util.List;
import java.util.Optional;
import studio.domain.kernel.CanonicalForm;

/**
 * One thing that an audience is to have.
 *
 * @param key      names it within the audience: {@code process/web}, {@code listener/db:5432}
 * @param digest   stands for the spec and the previous ones: what is equal is the same
 * @param spec     what it is
 * @param previous what it was and, for sites that have accepted nothing newer, still is; the newest first
 * @param cause    where it comes from
 */
public record Item(String key, String digest, ItemSpec spec, List<Previous> previous, Cause cause)
        implements Comparable<Item> {

    /** What a digest begins with: the version of the canonical form and of the hash. */
    static final String PREFIX = "i1:";

    /**
     * What an item was.
     *
     * @param digest the digest of the endpoint's version that it belongs to
     * @param spec   what it was
     */
    public record Previous(String digest, ItemSpec spec) {}

    /** Keeps its own copy. */
    public Item {
        previous = List.copyOf(previous);
    }

    /** An item of which nobody has anything older. */
    public static Item of(String key, ItemSpec spec, Cause cause) {
        return of(key, spec, List.of(), cause);
    }

    /** An item, with what it was for sites that have accepted nothing newer. */
    static Item of(String key, ItemSpec spec, List<Previous> previous, Cause cause) {
        return new Item(key, digest(spec, previous), spec, previous, cause);
    }

    private static String digest(ItemSpec spec, List<Previous> previous) {
        CanonicalForm form = new CanonicalForm("item/1").add("kind", spec.kind());
        spec.describe(form);
        form.add("previous", previous, (list, earlier) -> {
            list.add("digest", earlier.digest());
            earlier.spec().describe(list);
        });
        return PREFIX + form.digest();
    }

    /** Says whether its digest is that of its spec and the previous ones, as whoever got it from elsewhere must know. */
    public boolean isWhole() {
        return digest.equals(digest(spec, previous));
    }

    /** The same, asked for by that one; which it is does not depend on that. */
    public Item askedBy(Optional<String> who) {
        return new Item(key, digest, spec, previous, cause.askedBy(who));
    }

    /** What sort of thing it is. */
    public ItemKind kind() {
        return spec.kind();
    }

    @Override
    public int compareTo(Item other) {
        return key.compareTo(other.key);
    }
}
