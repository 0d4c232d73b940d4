package studio.certificates.signer;

import studio.domain.kernel.Uid;

/** Somebody wants a signature from an authority that the signer has not, or not any more. */
public final class UnknownAuthorityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownAuthorityException(Uid certificate) {
        super("the signer has no authority " + certificate);
    }
}
