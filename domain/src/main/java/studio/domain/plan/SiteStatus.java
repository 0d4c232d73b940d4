package studio.domain.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Uid;

/**
 * How far a site is with what it is to have, as its agent last said.
 *
 * @param site           the site's uid
 * @param vector         what it has applied, by audience
 * @param root           the sum of the hashes of what it has applied
 * @param acknowledgedAt when it last said that it has applied all that it was sent
 * @param items          how far each item is, by key
 */
public record SiteStatus(
        Uid site, List<AudienceVersion> vector, ItemsHash root, Instant acknowledgedAt, List<ItemStatus> items) {

    /** Keeps its own copies. */
    public SiteStatus {
        vector = List.copyOf(vector);
        items = List.copyOf(items);
    }

    /**
     * The version of one audience.
     *
     * @param audience the audience's key
     * @param version  the stream's revision
     */
    public record AudienceVersion(String audience, long version) {}

    /**
     * How far one item is.
     *
     * @param key      the item's key
     * @param digest   the digest of what this is about
     * @param progress how far it is
     * @param reason   why it failed or was declined
     */
    public record ItemStatus(String key, String digest, Progress progress, Optional<String> reason) {}

    /** How far an item is. */
    public enum Progress {
        /** It waits for the participant's decision. */
        PROPOSED,
        /** The participant declined it. */
        DECLINED,
        /** It may be applied, and is not yet. */
        ACCEPTED,
        /** It is being applied. */
        APPLYING,
        /** It was applied, and nobody has seen yet that it works. */
        APPLIED,
        /** It was seen to work. */
        OBSERVED,
        /** It does not work. */
        FAILED
    }

    /** The version of that audience which the site has; 0 if it has none. */
    public long version(String audience) {
        return vector.stream()
                .filter(known -> known.audience().equals(audience))
                .mapToLong(AudienceVersion::version)
                .findFirst()
                .orElse(0);
    }
}
