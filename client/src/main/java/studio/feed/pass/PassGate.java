package studio.feed.pass;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import studio.feed.transport.FeedTls;

/** Takes passes at a home: only what the named component of the Service Home signed for this home, in time, and each once. */
public final class PassGate {

    private static final int MOST_REMEMBERED = 10_000;

    /** Clocks of a home and of the Service Home need not be the same. */
    private static final int SKEW_SECONDS = 10;

    private final Map<String, Instant> used = new HashMap<>();

    /**
     * Whom a home believes.
     *
     * @param home   the home's URI
     * @param issuer the URI of the component that may vouch
     * @param trust  what the home believes towards the centre
     */
    public record Trust(String home, String issuer, FeedTls trust) {}

    /**
     * The home that a pass says that it is for; proves nothing.
     *
     * @throws PassRefusedException if it is no pass
     */
    public static String homeOf(String token) throws PassRefusedException {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setSkipSignatureVerification()
                    .setSkipAllValidators()
                    .build()
                    .processToClaims(token);
            return String.join(" ", claims.getAudience());
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new PassRefusedException("this is no pass", e);
        }
    }

    /**
     * Uses a pass up.
     *
     * @throws PassRefusedException if it is not good here and now, or was used
     */
    public synchronized Pass use(String token, Trust trust, Instant now) throws PassRefusedException {
        Pass pass = check(token, trust, now);
        used.values().removeIf(end -> end.plusSeconds(SKEW_SECONDS).isBefore(now));
        if (used.size() >= MOST_REMEMBERED) {
            throw new PassRefusedException("too many passes were used lately");
        }
        if (used.putIfAbsent(pass.id(), pass.end()) != null) {
            throw new PassRefusedException("the pass was used before");
        }
        return pass;
    }

    private static Pass check(String token, Trust trust, Instant now) throws PassRefusedException {
        X509Certificate signer = signer(token, trust, now);
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setExpectedType(true, PassSigner.TYPE)
                    .setExpectedIssuer(true, trust.issuer())
                    .setExpectedAudience(true, trust.home())
                    .setRequireSubject()
                    .setRequireJwtId()
                    .setRequireIssuedAt()
                    .setRequireExpirationTime()
                    .setIssuedAtRestrictions(SKEW_SECONDS, (int) PassSigner.LIFE.toSeconds() + SKEW_SECONDS)
                    .setMaxFutureValidityInMinutes(1)
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                            ConstraintType.PERMIT,
                            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
                            AlgorithmIdentifiers.RSA_PSS_USING_SHA256))
                    .setVerificationKey(signer.getPublicKey())
                    .build()
                    .processToClaims(token);
            return new Pass(
                    trust.home(),
                    claims.getSubject(),
                    claims.getJwtId(),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (InvalidJwtException e) {
            throw new PassRefusedException(
                    e.hasExpired() ? "the pass has ended: open the console anew" : "the pass is not for this home", e);
        } catch (MalformedClaimException e) {
            throw new PassRefusedException("this is no pass", e);
        }
    }

    /** The certificate of who signed, if the home believes it and it is the component's that may vouch. */
    private static X509Certificate signer(String token, Trust trust, Instant now) throws PassRefusedException {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            List<X509Certificate> chain = signature.getCertificateChainHeaderValue();
            if (chain == null || chain.isEmpty()) {
                throw new PassRefusedException("the pass does not say who signed it");
            }
            PKIXParameters parameters = new PKIXParameters(roots(trust.trust().trust()));
            // As the feed itself: what is revoked of the Service Home's is replaced with the root.
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
            X509Certificate leaf = chain.getFirst();
            boolean right = FeedTls.peer(leaf)
                    .filter(peer -> peer.uri().equals(trust.issuer()))
                    .isPresent();
            if (!right) {
                throw new PassRefusedException("the pass is signed by somebody who can't vouch");
            }
            return leaf;
        } catch (JoseException | GeneralSecurityException e) {
            throw new PassRefusedException("the pass is not signed by the Service Home", e);
        }
    }

    private static Set<TrustAnchor> roots(String pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(root -> new TrustAnchor((X509Certificate) root, null))
                .collect(Collectors.toSet());
    }
}
