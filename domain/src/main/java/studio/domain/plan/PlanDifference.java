package studio.domain.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What differs between what an audience had and what is planned for it now.
 *
 * @param upserted what is new or another, by key
 * @param removed  the keys of what is planned no longer, in order
 * @param head     the audience's head now
 */
public record PlanDifference(List<Item> upserted, List<String> removed, AudienceHead head) {

    /** Keeps its own copies. */
    public PlanDifference {
        upserted = List.copyOf(upserted);
        removed = List.copyOf(removed);
    }

    /**
     * Compares; nothing if nothing differs.
     *
     * @param had     the digest of each item that the audience had, by key
     * @param head    its head
     * @param plan    what there is to say of it now; keys are there once
     * @param version the stream's revision from which on that is so
     */
    public static Optional<PlanDifference> between(
            Map<String, String> had, AudienceHead head, AudiencePlan plan, long version) {
        Map<String, String> gone = new TreeMap<>(had);
        List<Item> upserted = new ArrayList<>();
        ItemsHash hash = head.hash();
        for (Item item : plan.items()) {
            Optional<String> old = Optional.ofNullable(gone.remove(item.key()));
            if (!old.equals(Optional.of(item.digest()))) {
                upserted.add(item);
                hash = without(hash, item.key(), old).add(item.key(), item.digest());
            }
        }
        for (Map.Entry<String, String> item : gone.entrySet()) {
            hash = hash.remove(item.getKey(), item.getValue());
        }
        return upserted.isEmpty() && gone.isEmpty() && head.isFor(plan)
                ? Optional.empty()
                : Optional.of(new PlanDifference(
                        upserted,
                        List.copyOf(gone.keySet()),
                        new AudienceHead(version, plan.items().size(), hash, plan.document(), plan.home())));
    }

    private static ItemsHash without(ItemsHash hash, String key, Optional<String> digest) {
        return digest.map(old -> hash.remove(key, old)).orElse(hash);
    }
}
