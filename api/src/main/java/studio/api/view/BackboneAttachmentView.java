package studio.api.view;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the sites of a network connect to its backbone, as the network knows it.
 *
 * @param name      the access point
 * @param network   the network
 * @param uid       this incarnation
 * @param state     `requested`, `ready`, `rejected` or `withdrawn`
 * @param cause     why the backbone refused it
 * @param target    what a site needs to connect, once it is known
 * @param revision  its ETag: the revision of the stream at which its intent last changed
 * @param createdAt when it was made
 * @param changedAt when its intent last changed
 */
public record BackboneAttachmentView(
        String name,
        String network,
        String uid,
        String state,
        Optional<String> cause,
        Optional<TargetView> target,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {

    /**
     * What a site needs to connect.
     *
     * @param attachment  the uid that the backbone gave the attachment
     * @param accessPoint the access point's uid
     * @param host        the DNS name of its router
     * @param port        the network's own port there
     * @param authority   the certificate of the authority that signed the router's, in PEM
     */
    public record TargetView(String attachment, String accessPoint, String host, int port, String authority) {}
}
