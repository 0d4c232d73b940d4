package studio.certificates.signer;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.bouncycastle.asn1.x500.X500Name;
import studio.certificates.signer.CertificateBuilder.Issuer;
import studio.certificates.signer.Vault.Authority;
import studio.certificates.store.Database;
import studio.domain.kernel.Uid;

/** The built-in authority. Keys of authorities that signed are kept open in memory. Safe for threads. */
public final class BuiltInSigner implements Signer {

    private final Vault vault;
    private final Map<Uid, Authority> open = new ConcurrentHashMap<>();

    private BuiltInSigner(Vault vault) {
        this.vault = vault;
    }

    /** The one whose keys lie in that database under that key. */
    public static BuiltInSigner open(Database database, SecretKey masterKey) {
        return new BuiltInSigner(Vault.open(database, masterKey));
    }

    /** The one whose keys lie in that database under the key in that file, which is made if nothing lies there yet. */
    public static BuiltInSigner open(Database database, Path masterKeyFile) {
        return open(database, MasterKey.read(masterKeyFile, !Vault.isInUse(database)));
    }

    @Override
    public SignedCertificate makeAuthority(Uid certificate, Optional<Uid> issuer, Profile profile) {
        Authority authority = vault.findOrMake(certificate, profile.keyKind());
        if (!authority.chain().isEmpty()) {
            return SignedCertificate.of(authority.chain());
        }
        HolderKey key = HolderKey.of(authority.keys().getPublic());
        SignedCertificate signed = issuer.map(above -> signed(above, key, profile))
                .orElseGet(() -> SignedCertificate.of(List.of(CertificateBuilder.sign(
                        key.key(),
                        profile,
                        new Issuer(
                                CertificateBuilder.name(profile),
                                key.key(),
                                authority.keys().getPrivate(),
                                authority.kind())))));
        return vault.keepAuthority(certificate, key, issuer.orElse(certificate), signed);
    }

    @Override
    public String requestAuthority(Uid certificate, Profile profile) {
        Authority authority = vault.findOrMake(certificate, profile.keyKind());
        return CertificateBuilder.request(
                authority.keys().getPublic(), authority.keys().getPrivate(), profile);
    }

    @Override
    public SignedCertificate importAuthority(Uid certificate, String pem) {
        Authority authority = vault.find(certificate).orElseThrow(() -> new UnknownAuthorityException(certificate));
        List<X509Certificate> chain = Certificates.fromPem(pem);
        X509Certificate own = chain.getFirst();
        if (!own.getPublicKey().equals(authority.keys().getPublic())) {
            throw new IllegalArgumentException("the first certificate of the chain is for another key");
        }
        if (own.getBasicConstraints() < 1) {
            throw new IllegalArgumentException(
                    "the first certificate of the chain must be an authority's, with a path length of at least 1");
        }
        checkOrder(chain);
        return vault.keepAuthority(
                certificate, HolderKey.of(own.getPublicKey()), certificate, SignedCertificate.of(chain));
    }

    private static void checkOrder(List<X509Certificate> chain) {
        for (int i = 0; i + 1 < chain.size(); i++) {
            try {
                chain.get(i).verify(chain.get(i + 1).getPublicKey());
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException(
                        "certificate " + (i + 1) + " of the chain is not signed by the one after it", e);
            }
        }
        for (X509Certificate certificate : chain) {
            try {
                certificate.checkValidity();
            } catch (CertificateException e) {
                throw new IllegalArgumentException("a certificate of the chain is not valid now", e);
            }
        }
    }

    @Override
    public SignedCertificate sign(Uid certificate, Uid issuer, HolderKey key, Profile profile) {
        return vault.keep(certificate, key, issuer, signed(issuer, key, profile));
    }

    private SignedCertificate signed(Uid issuer, HolderKey key, Profile profile) {
        Authority above = authority(issuer);
        X509Certificate certificate = above.chain().getFirst();
        Profile within = new Profile(
                profile.commonName(),
                profile.uri(),
                profile.hosts(),
                profile.purposes(),
                profile.life().until(certificate.getNotAfter().toInstant()),
                profile.keyKind());
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(CertificateBuilder.sign(
                key.key(),
                within,
                new Issuer(
                        X500Name.getInstance(
                                certificate.getSubjectX500Principal().getEncoded()),
                        certificate.getPublicKey(),
                        above.keys().getPrivate(),
                        above.kind())));
        // Nobody needs to be sent the root, which is either trusted or not.
        if (certificate.getBasicConstraints() == 0) {
            chain.addAll(above.chain());
        }
        return SignedCertificate.of(chain);
    }

    private Authority authority(Uid certificate) {
        return open.computeIfAbsent(
                certificate,
                uid -> vault.find(uid)
                        .filter(authority -> !authority.chain().isEmpty())
                        .orElseThrow(() -> new UnknownAuthorityException(uid)));
    }

    @Override
    public void retire(Uid certificate) {
        open.remove(certificate);
        vault.destroy(certificate);
    }
}
