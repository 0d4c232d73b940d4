package studio.certificates.signer;

import java.util.Optional;
import studio.domain.kernel.Uid;

/**
 * Makes authorities and signs for them. Every certificate has the uid of its record, and the same uid gets the same answer: whoever asks
 * may ask again after a crash. Nothing here is more than cert-manager can do as well (an issuer of type CA, a CertificateRequest named by
 * the uid), so that it can take the built-in authority's place.
 */
public interface Signer {

    /**
     * Makes an authority with a key of its own, signed by that issuer; by itself if there is none.
     *
     * @throws UnknownAuthorityException if the issuer is none, or none any more
     */
    SignedCertificate makeAuthority(Uid certificate, Optional<Uid> issuer, Profile profile);

    /** The request with which somebody else can sign an authority whose key is made here, in PEM form. */
    String requestAuthority(Uid certificate, Profile profile);

    /**
     * Takes what somebody else signed on such a request.
     *
     * @param chain the authority's certificate and those above it, in PEM form
     * @throws IllegalArgumentException if the chain is none for that authority's key; the message says why
     */
    SignedCertificate importAuthority(Uid certificate, String chain);

    /**
     * Signs a holder's key.
     *
     * @throws UnknownAuthorityException if the issuer is none, or none any more
     */
    SignedCertificate sign(Uid certificate, Uid issuer, HolderKey key, Profile profile);

    /** Signs nothing more under that authority; its key is destroyed. For anything else there is nothing to do. */
    void retire(Uid certificate);
}
