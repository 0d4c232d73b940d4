package studio.standin.tls;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where a profile's certificates are, and what is made of them. The anchor is exactly what the file holds, an intermediate CA too; the
 * trust store of the system is never asked.
 */
public record TlsFiles(
        Optional<Path> anchor, Optional<Path> certificate, Optional<Path> key, Optional<String> protocols) {

    private static final byte[] PROBE =
            "do these belong together?".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** What a listener or a connector works with until the files are read again. */
    public record Contexts(SslContext server, SslContext asking, SslContext client) {}

    /** Reads the files. */
    public Contexts read() throws TlsException {
        try {
            TrustManagerFactory trust = trust();
            Optional<OneKey> own = own();
            SslContext client = configured(
                            own.map(given -> SslContextBuilder.forClient().keyManager(given))
                                    .orElseGet(SslContextBuilder::forClient),
                            trust)
                    .endpointIdentificationAlgorithm("")
                    .build();
            if (own.isEmpty()) {
                return new Contexts(client, client, client);
            }
            return new Contexts(
                    configured(SslContextBuilder.forServer(own.get()), trust).build(),
                    configured(SslContextBuilder.forServer(own.get()), trust)
                            .clientAuth(ClientAuth.REQUIRE)
                            .build(),
                    client);
        } catch (SSLException e) {
            throw new TlsException("Failed to configure TLS: " + e.getMessage(), e);
        }
    }

    private SslContextBuilder configured(SslContextBuilder builder, TrustManagerFactory trust) {
        builder.sslProvider(SslProvider.JDK).trustManager(trust);
        protocols
                .filter(given -> !given.isBlank())
                .ifPresent(given -> builder.protocols(Arrays.asList(given.trim().split("\\s+"))));
        return builder;
    }

    private TrustManagerFactory trust() throws TlsException {
        try {
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            if (anchor.isPresent()) {
                int count = 0;
                for (X509Certificate certificate : Pem.certificates(anchor.get())) {
                    anchors.setCertificateEntry("anchor-" + count++, certificate);
                }
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(anchors);
            return trust;
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsException("Failed to configure TLS caCertFile '" + text(anchor) + "'", e);
        }
    }

    private Optional<OneKey> own() throws TlsException {
        if (certificate.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<X509Certificate> chain = Pem.certificates(certificate.get());
            PrivateKey secret = Pem.privateKey(key.get());
            if (chain.isEmpty() || !belong(chain.getFirst(), secret)) {
                throw new GeneralSecurityException("key and certificate do not belong together");
            }
            return Optional.of(new OneKey(chain, secret));
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsException("Failed to configure TLS certFile '" + text(certificate) + "'", e);
        }
    }

    private static String text(Optional<Path> file) {
        return file.map(Path::toString).orElse("");
    }

    private static boolean belong(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        String algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> "Ed25519";
        };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        try {
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
