package studio.api.view;

import java.time.Instant;
import java.util.List;

/**
 * A way into an application.
 *
 * @param name       its name
 * @param network    the network
 * @param uid        this incarnation
 * @param allocation where it is meant to be
 * @param service    the service that it requires, `publisher/service`
 * @param port       its port, or the first of them if it fans out
 * @param slots      how many ports it may use
 * @param exposure   `cluster`, `loadbalancer`, `route` or `host-port`
 * @param fan        `single`, or `per-offering-site` for a listener for each site that offers the service
 * @param taken      the sites for which it has a listener each, by number
 * @param bindings   its parts in service links
 * @param digest     stands for what it is now in decisions
 * @param versions   what it is now, and what it was and some site still holds, the newest first
 * @param revision   its ETag: the revision of the stream at which its intent last changed
 * @param createdAt  when it was made
 * @param changedAt  when its intent last changed
 */
public record IngressView(
        String name,
        String network,
        String uid,
        AllocationView allocation,
        String service,
        int port,
        int slots,
        String exposure,
        String fan,
        List<SlotView> taken,
        List<BindingView> bindings,
        String digest,
        List<HeldVersionView> versions,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {

    /**
     * The place of one offering site.
     *
     * @param site   the site's uid
     * @param name   what the place is called
     * @param number its number; the listener's port is that many above the ingress's
     */
    public record SlotView(String site, String name, int number) {}
}
