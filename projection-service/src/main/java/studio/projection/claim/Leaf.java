package studio.projection.claim;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Digest;

/**
 * What the certificate says that somebody was given.
 *
 * @param key          the digest of its public key
 * @param installation the installation that its URI names
 */
record Leaf(Digest key, String installation) {

    private static final int URI_NAME = 6;
    private static final String SCHEME = "spiffe://";

    /**
     * The first certificate of a chain in PEM form.
     *
     * @throws IllegalStateException if it is none of ours: what is in the log was signed by us
     */
    static Leaf of(String chain) {
        try {
            X509Certificate leaf = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(chain.getBytes(StandardCharsets.US_ASCII)));
            byte[] key = leaf.getPublicKey().getEncoded();
            Digest digest = Digest.of(MessageDigest.getInstance("SHA-256").digest(key));
            return new Leaf(digest, installation(leaf));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate in the log cannot be read", e);
        }
    }

    private static String installation(X509Certificate leaf) throws GeneralSecurityException {
        Collection<List<?>> names =
                Optional.ofNullable(leaf.getSubjectAlternativeNames()).orElse(List.of());
        return names.stream()
                .filter(name -> Integer.valueOf(URI_NAME).equals(name.getFirst()))
                .map(name -> String.valueOf(name.get(1)))
                .filter(uri -> uri.startsWith(SCHEME))
                .map(uri -> uri.substring(SCHEME.length()))
                .map(rest -> rest.substring(0, Math.max(0, rest.indexOf('/'))))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a certificate in the log names no installation"));
    }
}
