package studio.certificates.signer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Writes certificates by RFC 5280. */
final class CertificateBuilder {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** RFC 5280 asks for at most 20 octets and at least 64 bits of chance; a first bit of 1 keeps the length the same for all. */
    private static final int SERIAL_BITS = 127;

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-f:]*:[0-9a-f:.]*");

    private CertificateBuilder() {}

    /**
     * Who signs.
     *
     * @param name      the name of the issuer, which is the subject of its certificate
     * @param publicKey its public key
     * @param key       its private key
     * @param kind      the kind of its key
     */
    record Issuer(X500Name name, PublicKey publicKey, PrivateKey key, KeyKind kind) {}

    static X500Name name(Profile profile) {
        return new X500NameBuilder().addRDN(BCStyle.CN, profile.commonName()).build();
    }

    static X509Certificate sign(PublicKey holder, Profile profile, Issuer issuer) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer.name(),
                serial(),
                Date.from(profile.life().notBefore()),
                Date.from(profile.life().notAfter()),
                name(profile),
                holder);
        try {
            JcaX509ExtensionUtils keys = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.subjectKeyIdentifier, false, keys.createSubjectKeyIdentifier(holder));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, keys.createAuthorityKeyIdentifier(issuer.publicKey()));
            describe(builder, profile);
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(
                            new JcaContentSignerBuilder(issuer.kind().signature()).build(issuer.key())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the certificate cannot be signed", e);
        }
    }

    private static void describe(X509v3CertificateBuilder builder, Profile profile) throws IOException {
        builder.addExtension(Extension.basicConstraints, true, constraints(profile));
        if (profile.isAuthority()) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return;
        }
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes(profile)));
        List<GeneralName> names = new ArrayList<>();
        profile.uri().ifPresent(uri -> names.add(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
        profile.hosts().forEach(host -> names.add(host(host)));
        if (!names.isEmpty()) {
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
        }
    }

    /** A root signs authorities and they sign holders: below each there is room for as many authorities as that takes. */
    private static BasicConstraints constraints(Profile profile) {
        if (!profile.isAuthority()) {
            return new BasicConstraints(false);
        }
        return new BasicConstraints(profile.purposes().contains(Profile.Purpose.ROOT) ? 1 : 0);
    }

    private static KeyPurposeId[] purposes(Profile profile) {
        return profile.purposes().stream()
                .sorted()
                .map(purpose -> purpose == Profile.Purpose.SERVER
                        ? KeyPurposeId.id_kp_serverAuth
                        : KeyPurposeId.id_kp_clientAuth)
                .toArray(KeyPurposeId[]::new);
    }

    private static GeneralName host(String host) {
        return new GeneralName(ADDRESS.matcher(host).matches() ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS);
    }

    /** A request that names the same key and name. */
    static String request(PublicKey key, PrivateKey privateKey, Profile profile) {
        try {
            return Certificates.pem(
                    "CERTIFICATE REQUEST",
                    new JcaPKCS10CertificationRequestBuilder(name(profile), key)
                            .build(new JcaContentSignerBuilder(profile.keyKind().signature()).build(privateKey))
                            .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("the request cannot be signed", e);
        }
    }
}
