package studio.certificates.process;

import java.util.Optional;
import studio.certificates.request.Checked;
import studio.certificates.signer.SignedCertificate;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Uid;

/** What became of a try to make a certificate. */
sealed interface Result {

    /**
     * It is there.
     *
     * @param certificate the certificate
     * @param issuer      who signed it, if not itself or somebody elsewhere
     * @param key         SHA-256 of its public key, where a holder brought that
     * @param bound       whether it ends because its network does
     */
    record Signed(SignedCertificate certificate, Optional<Uid> issuer, Optional<Digest> key, boolean bound)
            implements Result {}

    /** It cannot be made as asked for. */
    record Refused(Checked.Refused why) implements Result {}

    /** Its holder has to bring a request first. */
    record Lacking() implements Result {}

    /** Whoever signs it is not there yet. */
    record TooEarly() implements Result {}

    /** It went wrong, and may go right another time. */
    record Failed(String cause) implements Result {}
}
