package studio.api.view;

import java.time.Instant;
import java.util.Optional;
import studio.domain.certificate.TlsCertificate;

/**
 * A certificate.
 *
 * @param uid            its uid
 * @param stream         the stream that it belongs to
 * @param state          `requested`, `issued`, `superseded`, `revoked`, `expired` or `failed`
 * @param cause          why it failed or was revoked
 * @param use            `root`, `service-home`, `interior-ca`, `access-point-ca`, `interior-site`, `access-point`, `network-ca`,
 *                       `network-home` or `member-site`
 * @param subject        the name of the object that it is for, or its uid
 * @param signingRequest the holder's request in PEM form
 * @param signed         what the signer answered
 * @param renewAt        when the next one is asked for
 * @param usedSince      since when its holder uses it
 * @param ordinal        counts the subject's certificates
 * @param oldestValid    the lowest ordinal whose connections may stay
 * @param supersedes     the uid of the one before it
 * @param successor      the uid of the one after it
 * @param revision       its ETag: the revision of the stream at which its intent last changed
 * @param createdAt      when it was asked for
 */
public record CertificateView(
        String uid,
        String stream,
        String state,
        Optional<String> cause,
        String use,
        String subject,
        Optional<String> signingRequest,
        Optional<TlsCertificate.Signed> signed,
        Optional<Instant> renewAt,
        Optional<Instant> usedSince,
        int ordinal,
        int oldestValid,
        Optional<String> supersedes,
        Optional<String> successor,
        long revision,
        Instant createdAt)
        implements View {}
