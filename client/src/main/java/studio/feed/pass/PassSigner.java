package studio.feed.pass;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import studio.feed.transport.FeedTls;

/** Signs passes with the key of a component of the Service Home. The component's certificates come with each. */
public final class PassSigner {

    /** What a pass is among the things that may be signed with the same key. */
    static final String TYPE = "studio-console-pass+jwt";

    /** Long enough for a browser to go from one page to another. */
    static final Duration LIFE = Duration.ofSeconds(30);

    private static final int ID_BYTES = 16;
    private static final int P256_BITS = 256;

    private final SecureRandom random = new SecureRandom();
    private final FeedTls own;

    /** Signs as who that is. */
    public PassSigner(FeedTls own) {
        this.own = own;
    }

    /** A signed pass and when it ends. */
    public record Signed(String token, Instant end) {}

    /** Vouches for that user towards the home with that URI. */
    public Signed sign(String home, String user, Instant now) {
        String issuer = own.self()
                .orElseThrow(() -> new IllegalStateException("the certificate does not say whose it is"))
                .uri();
        Instant end = now.plus(LIFE);
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(home);
        claims.setSubject(user);
        claims.setJwtId(id());
        claims.setIssuedAt(NumericDate.fromMilliseconds(now.toEpochMilli()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(end.toEpochMilli()));
        try {
            JsonWebSignature signature = new JsonWebSignature();
            PrivateKey key = key();
            signature.setKey(key);
            signature.setAlgorithmHeaderValue(algorithm(key));
            signature.setHeader("typ", TYPE);
            signature.setCertificateChainHeaderValue(chain());
            signature.setPayload(claims.toJson());
            return new Signed(signature.getCompactSerialization(), end);
        } catch (JoseException | GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + issuer + " does not sign", e);
        }
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private X509Certificate[] chain() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(own.chain().getBytes(StandardCharsets.US_ASCII)))
                .toArray(X509Certificate[]::new);
    }

    private PrivateKey key() throws GeneralSecurityException {
        byte[] der = Base64.getMimeDecoder().decode(own.key().replaceAll("-----[^-]+-----", ""));
        String algorithm = chain()[0].getPublicKey().getAlgorithm();
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static String algorithm(PrivateKey key) {
        if (key instanceof ECKey curve) {
            return curve.getParams().getOrder().bitLength() == P256_BITS
                    ? AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256
                    : AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384;
        }
        return AlgorithmIdentifiers.RSA_PSS_USING_SHA256;
    }
}
