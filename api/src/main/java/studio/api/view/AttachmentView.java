package studio.api.view;

import java.time.Instant;
import java.util.List;

/**
 * A network's place on a member access point.
 *
 * @param uid         its uid
 * @param backbone    the backbone
 * @param state       `requested`, `ready` or `draining`
 * @param network     the network's name
 * @param networkUid  the incarnation of the network
 * @param vanId       the network's name on routers
 * @param accessPoint the access point
 * @param port        its port that is the network's alone
 * @param authority   who signs for the network's home and sites
 * @param denied      the uids of the sites that are kept out
 * @param ordinal     counts the changes that break or renew connections
 * @param oldestValid the lowest ordinal whose connections may stay
 * @param revision    its ETag: the revision of the stream at which its intent last changed
 * @param createdAt   when it was made
 * @param changedAt   when its intent last changed
 */
public record AttachmentView(
        String uid,
        String backbone,
        String state,
        String network,
        String networkUid,
        String vanId,
        String accessPoint,
        int port,
        AuthorityView authority,
        List<String> denied,
        int ordinal,
        int oldestValid,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {

    /**
     * Who signs for a network's home and sites.
     *
     * @param certificate the uid of its certificate in the network's stream
     * @param fingerprint SHA-256 of the certificate's DER form, in hexadecimal
     * @param chain       what the listener trusts, in PEM form
     */
    public record AuthorityView(String certificate, String fingerprint, String chain) {}
}
