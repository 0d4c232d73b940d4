package studio.projection.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import studio.api.problem.ProblemType;
import studio.domain.certificate.TlsCertificate;
import studio.identity.problem.ProblemException;
import studio.projection.query.Found;

/** Certificates as files, of which there are public parts alone. */
final class CertificateFiles {

    /** The media type of texts in PEM form (RFC 8555, section 9.1). */
    static final String PEM = "application/pem-certificate-chain";

    private CertificateFiles() {}

    /** The certificate and those between it and the root. */
    static Response chain(Found found) {
        TlsCertificate certificate = (TlsCertificate) found.entity();
        String chain = certificate
                .knownSigned()
                .flatMap(TlsCertificate.Signed::chain)
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_YET, "nobody has signed this certificate yet"));
        return Response.ok(chain, PEM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + certificate.meta().uid() + ".pem\"")
                .build();
    }
}
