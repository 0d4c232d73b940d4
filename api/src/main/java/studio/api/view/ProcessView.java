package studio.api.view;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * A process of an image, as a part of an application.
 *
 * @param name       its name
 * @param network    the network
 * @param uid        this incarnation
 * @param allocation where it is meant to be
 * @param image      the version of the image that runs
 * @param replicas   how many instances
 * @param env        its variables beside the image's
 * @param bindings   its parts in service links
 * @param digest     stands for what it is now in decisions
 * @param versions   what it is now, and what it was and some site still holds, the newest first
 * @param revision   its ETag: the revision of the stream at which its intent last changed
 * @param createdAt  when it was made
 * @param changedAt  when its intent last changed
 */
public record ProcessView(
        String name,
        String network,
        String uid,
        AllocationView allocation,
        SnapshotView image,
        int replicas,
        SortedMap<String, String> env,
        List<BindingView> bindings,
        String digest,
        List<HeldVersionView> versions,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {

    /**
     * A version of an image as the network keeps it.
     *
     * @param library the stream of the publisher's library
     * @param image   the image
     * @param version the version's name
     * @param digest  the digest of all that the version says
     */
    public record SnapshotView(String library, String image, String version, String digest) {}
}
