package studio.api.view;

import java.time.Instant;
import java.util.Optional;
import studio.domain.certificate.TlsCertificate;

/**
 * A certificate.
 *
 * @param uid         its uid
 * @param stream      the stream that it belongs to
 * @param state       `requested`, `issued` or `failed`
 * @param cause       why it failed
 * @param use         `interior-ca`, `access-point-ca`, `interior-site` or `access-point`
 * @param subject     the name of the object that it is for
 * @param signed      what the signer answered
 * @param createdAt   when it was asked for
 */
public record CertificateView(
        String uid,
        String stream,
        String state,
        Optional<String> cause,
        String use,
        String subject,
        Optional<TlsCertificate.Signed> signed,
        Instant createdAt)
        implements View {}
