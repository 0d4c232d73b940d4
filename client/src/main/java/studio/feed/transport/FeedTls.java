package studio.feed.transport;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TCPSSLOptions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * What one end shows of itself and whom it believes.
 *
 * @param chain its certificate and those between it and the root, in PEM form
 * @param key   its private key, PKCS #8 in PEM form
 * @param trust the roots that it believes, in PEM form
 */
public record FeedTls(String chain, String key, String trust) {

    private static final int URI_NAME = 6;

    /** A small device that does much else at its start is given time. */
    private static final int HANDSHAKE_SECONDS = 20;

    /**
     * Who the other end is.
     *
     * @param uri         the one URI among its certificate's subject alternative names
     * @param notAfter    the end of its certificate's validity
     * @param fingerprint SHA-256 of its certificate's DER form, in lower-case hexadecimal
     */
    public record Peer(String uri, Instant notAfter, String fingerprint) {}

    /**
     * Who this end is, as the other will see it; nothing if its certificate does not have one URI.
     *
     * @throws IllegalArgumentException if the chain is none
     */
    public Optional<Peer> self() {
        try {
            Certificate leaf = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(chain.getBytes(StandardCharsets.US_ASCII)));
            return leaf instanceof X509Certificate x509 ? peer(x509) : Optional.empty();
        } catch (CertificateException e) {
            throw new IllegalArgumentException("this is no chain of certificates", e);
        }
    }

    HttpServerOptions server() {
        HttpServerOptions options = new HttpServerOptions().setClientAuth(ClientAuth.REQUIRED);
        secure(options);
        return options.setUseAlpn(true);
    }

    HttpClientOptions client() {
        // The address says nothing about who is there: a site reaches its home through its own router, on loopback.
        HttpClientOptions options = new HttpClientOptions().setVerifyHost(false);
        secure(options);
        return options.setUseAlpn(true);
    }

    private void secure(TCPSSLOptions options) {
        options.setSsl(true)
                .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(chain))
                        .addKeyValue(Buffer.buffer(key)))
                .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(trust)));
    }

    /** Who is at the other end, if its certificate has one URI. */
    static Optional<Peer> peer(SSLSession session) {
        try {
            Certificate leaf = session.getPeerCertificates()[0];
            return leaf instanceof X509Certificate x509 ? peer(x509) : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    /** Who a certificate is for, if it has one URI. */
    public static Optional<Peer> peer(X509Certificate leaf) {
        try {
            Collection<List<?>> names =
                    Optional.ofNullable(leaf.getSubjectAlternativeNames()).orElse(List.of());
            List<String> uris = names.stream()
                    .filter(name -> Integer.valueOf(URI_NAME).equals(name.getFirst()))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
            return uris.size() == 1
                    ? Optional.of(new Peer(uris.getFirst(), leaf.getNotAfter().toInstant(), fingerprint(leaf)))
                    : Optional.empty();
        } catch (CertificateParsingException | CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    private static String fingerprint(X509Certificate leaf) throws CertificateEncodingException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(leaf.getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
