package studio.command.rest.claim;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import studio.api.problem.ProblemType;
import studio.domain.kernel.Digest;
import studio.identity.problem.ProblemException;

/** Whose claim it is: the key in its signing request, of which the request proves that whoever claims has it. */
final class ClaimedKey {

    private ClaimedKey() {}

    /**
     * SHA-256 of the public key's DER form.
     *
     * @throws ProblemException if the text is no request, or proves nothing
     */
    static Digest of(String pem) {
        PKCS10CertificationRequest request = read(pem)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.CERTIFICATE_REQUEST_UNREADABLE, "the text is no certificate request (PKCS #10)"));
        try {
            PublicKey key = new JcaPKCS10CertificationRequest(request).getPublicKey();
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw unproved();
            }
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.KEY_NOT_ALLOWED, "the key in the request cannot be read");
        } catch (OperatorCreationException | PKCSException e) {
            throw unproved();
        }
    }

    private static ProblemException unproved() {
        return ProblemException.of(
                ProblemType.KEY_NOT_PROVED, "the request is not signed with the private key of the key in it");
    }

    private static Optional<PKCS10CertificationRequest> read(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            return Optional.ofNullable(parser.readObject())
                    .filter(PKCS10CertificationRequest.class::isInstance)
                    .map(PKCS10CertificationRequest.class::cast);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
