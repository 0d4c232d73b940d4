package studio.certificates.testing;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import studio.certificates.signer.Certificates;

/**
 * Somebody who has a certificate and its key.
 *
 * @param keys  the keys
 * @param chain the certificate and those above it that go with it
 */
public record Party(KeyPair keys, List<X509Certificate> chain) {

    /** Whoever has that key and was given that chain. */
    public static Party of(Csr holder, String chain) {
        return new Party(holder.keys(), Certificates.fromPem(chain));
    }
}
