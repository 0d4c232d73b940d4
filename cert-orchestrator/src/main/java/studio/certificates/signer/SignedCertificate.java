package studio.certificates.signer;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import studio.domain.kernel.Digest;

/**
 * A certificate with those between it and the root.
 *
 * @param serial      its serial number in hexadecimal
 * @param fingerprint SHA-256 of its DER form
 * @param notBefore   the first moment of its validity
 * @param notAfter    the last moment of its validity
 * @param chain       it and those between it and the root, in PEM form
 */
public record SignedCertificate(String serial, Digest fingerprint, Instant notBefore, Instant notAfter, String chain) {

    private static final int HEXADECIMAL = 16;

    /** The first of those, with the others as its chain. */
    static SignedCertificate of(List<X509Certificate> chain) {
        X509Certificate certificate = chain.getFirst();
        try {
            return new SignedCertificate(
                    certificate.getSerialNumber().toString(HEXADECIMAL),
                    Fingerprints.sha256(certificate.getEncoded()),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    Certificates.toPem(chain));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read or made can be written", e);
        }
    }
}
