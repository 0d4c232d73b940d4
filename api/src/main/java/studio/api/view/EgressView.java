package studio.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A way out of an application.
 *
 * @param name       its name
 * @param network    the network
 * @param uid        this incarnation
 * @param allocation where it is meant to be
 * @param service    the service that it offers, `publisher/service`
 * @param host       the host that it leads to; the participant's to say if absent
 * @param port       that host's port
 * @param bindings   its parts in service links
 * @param digest     stands for what it is now in decisions
 * @param versions   what it is now, and what it was and some site still holds, the newest first
 * @param revision   its ETag: the revision of the stream at which its intent last changed
 * @param createdAt  when it was made
 * @param changedAt  when its intent last changed
 */
public record EgressView(
        String name,
        String network,
        String uid,
        AllocationView allocation,
        String service,
        Optional<String> host,
        Optional<Integer> port,
        List<BindingView> bindings,
        String digest,
        List<HeldVersionView> versions,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
