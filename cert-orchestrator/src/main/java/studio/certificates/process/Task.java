package studio.certificates.process;

import java.util.Optional;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/**
 * A certificate that is to be made.
 *
 * @param certificate    its uid
 * @param stream         the stream that it belongs to
 * @param subject        what it is for
 * @param ordinal        its place among the subject's
 * @param signingRequest the holder's request, once there is one
 * @param round          counts what its owner or holder brought anew
 * @param attempts       what was tried since
 * @param cause          what asked for it
 */
record Task(
        Uid certificate,
        StreamKey stream,
        CertificateSubject subject,
        int ordinal,
        Optional<String> signingRequest,
        int round,
        int attempts,
        Cause cause) {

    /**
     * What asked for something.
     *
     * @param event       the event
     * @param correlation the first command of the chain
     */
    record Cause(Uid event, String correlation) {}
}
