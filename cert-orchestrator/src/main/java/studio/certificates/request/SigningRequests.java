package studio.certificates.request;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import studio.api.problem.ProblemType;
import studio.certificates.request.Checked.Fit;
import studio.certificates.request.Checked.Refused;
import studio.certificates.signer.HolderKey;
import studio.certificates.signer.KeyKind;
import studio.certificates.signer.Profile;
import studio.domain.kernel.Digest;

/**
 * Looks at what a holder brings. All that counts of a request is the key and the proof that the holder has it; what the certificate says
 * follows from the log. A request that names somebody is therefore either right or refused, so that nobody is surprised later.
 */
public final class SigningRequests {

    private static final Map<ASN1ObjectIdentifier, KeyKind> CURVES = Map.of(
            SECObjectIdentifiers.secp256r1, KeyKind.EC_P256,
            SECObjectIdentifiers.secp384r1, KeyKind.EC_P384);

    private final Set<KeyKind> allowed;
    private final int limit;

    /** Those with keys of these kinds and of at most so many characters. */
    public SigningRequests(Set<KeyKind> allowed, int limit) {
        this.allowed = Set.copyOf(allowed);
        this.limit = limit;
    }

    /** Looks at a request of whoever gets a certificate of that profile. */
    public Checked check(String pem, Profile profile) {
        if (pem.length() > limit) {
            return new Refused(
                    ProblemType.CERTIFICATE_REQUEST_TOO_LARGE,
                    "the request has " + pem.length() + " characters and may have " + limit);
        }
        Optional<PKCS10CertificationRequest> request = read(pem);
        if (request.isEmpty()) {
            return new Refused(
                    ProblemType.CERTIFICATE_REQUEST_UNREADABLE, "the text is no certificate request (PKCS #10)");
        }
        try {
            return check(new JcaPKCS10CertificationRequest(request.get()), profile);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return new Refused(ProblemType.CERTIFICATE_REQUEST_UNREADABLE, "a part of the request cannot be read");
        }
    }

    /** SHA-256 of the key in a request, if it is one. */
    public static Optional<Digest> keyOf(String pem) {
        return read(pem).flatMap(request -> {
            try {
                return Optional.of(HolderKey.of(new JcaPKCS10CertificationRequest(request).getPublicKey())
                        .digest());
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return Optional.empty();
            }
        });
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

    private Checked check(JcaPKCS10CertificationRequest request, Profile profile) {
        AlgorithmIdentifier algorithm = request.getSubjectPublicKeyInfo().getAlgorithm();
        PublicKey key;
        try {
            if (!isCandidate(algorithm)) {
                return wrongKey();
            }
            key = request.getPublicKey();
        } catch (GeneralSecurityException e) {
            return wrongKey();
        }
        if (key instanceof RSAPublicKey rsa && !isLongEnough(rsa)) {
            return wrongKey();
        }
        if (!isProved(request, key)) {
            return new Refused(
                    ProblemType.KEY_NOT_PROVED, "the request is not signed with the private key of the key in it");
        }
        return foreign(request, profile)
                .<Checked>map(detail -> new Refused(ProblemType.IDENTITY_NOT_YOURS, detail))
                .orElseGet(() -> new Fit(HolderKey.of(key)));
    }

    /** Curves have names; one that a request describes itself may have been made to be broken. */
    private boolean isCandidate(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            ASN1Encodable curve = algorithm.getParameters();
            return curve instanceof ASN1ObjectIdentifier name
                    && Optional.ofNullable(CURVES.get(name))
                            .filter(allowed::contains)
                            .isPresent();
        }
        return algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
                && allowed.stream().anyMatch(kind -> kind.algorithm().equals("RSA"));
    }

    private boolean isLongEnough(RSAPublicKey key) {
        return allowed.stream()
                .filter(kind -> kind.algorithm().equals("RSA"))
                .anyMatch(kind -> kind.bits() == key.getModulus().bitLength());
    }

    private Refused wrongKey() {
        return new Refused(
                ProblemType.KEY_NOT_ALLOWED,
                "keys must be of a kind of "
                        + allowed.stream().sorted().map(Enum::name).toList());
    }

    private static boolean isProved(JcaPKCS10CertificationRequest request, PublicKey key) {
        try {
            return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        } catch (OperatorCreationException | PKCSException e) {
            return false;
        }
    }

    /** What the request says that is not its holder's to say, if anything. */
    private static Optional<String> foreign(PKCS10CertificationRequest request, Profile profile) {
        for (RDN part : request.getSubject().getRDNs()) {
            boolean right = part.getFirst().getType().equals(BCStyle.CN)
                    && !part.isMultiValued()
                    && IETFUtils.valueToString(part.getFirst().getValue()).equals(profile.commonName());
            if (!right) {
                return Optional.of("the subject must be empty or 'CN=" + profile.commonName() + "'");
            }
        }
        Extensions extensions = request.getRequestedExtensions();
        return extensions == null ? Optional.empty() : foreign(extensions, profile);
    }

    private static Optional<String> foreign(Extensions extensions, Profile profile) {
        BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
        if (constraints != null && constraints.isCA()) {
            return Optional.of("no holder can be an authority");
        }
        GeneralNames names = GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        if (names == null) {
            return Optional.empty();
        }
        List<String> own = new ArrayList<>(profile.hosts());
        profile.uri().ifPresent(own::add);
        for (GeneralName name : names.getNames()) {
            boolean text =
                    name.getTagNo() == GeneralName.dNSName || name.getTagNo() == GeneralName.uniformResourceIdentifier;
            if (!text || !own.contains(name.getName().toString())) {
                return Optional.of("the alternative name '" + name.getName() + "' is not this holder's");
            }
        }
        return Optional.empty();
    }
}
