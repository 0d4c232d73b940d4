package studio.certificates.testing;

import java.util.Optional;
import java.util.function.Predicate;
import studio.certificates.signer.HolderKey;
import studio.certificates.signer.Profile;
import studio.certificates.signer.SignedCertificate;
import studio.certificates.signer.Signer;
import studio.domain.kernel.Uid;

/** A signer that fails as long as it is told to. */
public final class StubbornSigner implements Signer {

    private final Signer signer;
    private volatile Predicate<Profile> refuses = profile -> false;

    /** One that does what that one does. */
    public StubbornSigner(Signer signer) {
        this.signer = signer;
    }

    /** Fails for those from now on. */
    public void refuse(Predicate<Profile> which) {
        refuses = which;
    }

    private void check(Profile profile) {
        if (refuses.test(profile)) {
            throw new IllegalStateException("out of ink");
        }
    }

    @Override
    public SignedCertificate makeAuthority(Uid certificate, Optional<Uid> issuer, Profile profile) {
        check(profile);
        return signer.makeAuthority(certificate, issuer, profile);
    }

    @Override
    public String requestAuthority(Uid certificate, Profile profile) {
        return signer.requestAuthority(certificate, profile);
    }

    @Override
    public SignedCertificate importAuthority(Uid certificate, String chain) {
        return signer.importAuthority(certificate, chain);
    }

    @Override
    public SignedCertificate sign(Uid certificate, Uid issuer, HolderKey key, Profile profile) {
        check(profile);
        return signer.sign(certificate, issuer, key, profile);
    }

    @Override
    public void retire(Uid certificate) {
        signer.retire(certificate);
    }
}
