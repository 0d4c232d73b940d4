package studio.domain.plan;

import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Uid;

/**
 * What an audience has, in short: who has all of it can tell, and who has an older version knows that it is one.
 *
 * @param version  the stream's revision that last changed something of it
 * @param count    how many items it has
 * @param hash     stands for them
 * @param document of a site's own audience: the keys of all audiences that its document is made of, the narrowest first
 * @param home     of a network's audience: the home that has the items of all its audiences
 */
public record AudienceHead(long version, long count, ItemsHash hash, List<String> document, Optional<Uid> home) {

    /** Nothing was ever planned. */
    public static final AudienceHead NONE = new AudienceHead(0, 0, ItemsHash.EMPTY, List.of(), Optional.empty());

    /** Keeps its own copy. */
    public AudienceHead {
        document = List.copyOf(document);
    }

    /** Says whether it is for the same document and the same home. */
    boolean isFor(AudiencePlan plan) {
        return document.equals(plan.document()) && home.equals(plan.home());
    }
}
