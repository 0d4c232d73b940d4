package studio.api.view;

import java.time.Instant;
import java.util.List;

/**
 * A service that some endpoints offer and others require, as one address of a network.
 *
 * @param name         its name
 * @param network      the network
 * @param uid          this incarnation
 * @param service      the service, `publisher/service`
 * @param offers       the endpoints that serve
 * @param requires     the endpoints that connect
 * @param scope        how far its address reaches: `network`, `site-class` or `site`
 * @param distribution which of those who offer it serves a connection: `balanced` or `closest`
 * @param revision     its ETag: the revision of the stream at which its intent last changed
 * @param createdAt    when it was made
 * @param changedAt    when its intent last changed
 */
public record ServiceLinkView(
        String name,
        String network,
        String uid,
        String service,
        List<String> offers,
        List<String> requires,
        String scope,
        String distribution,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
