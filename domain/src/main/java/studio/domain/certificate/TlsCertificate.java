package studio.domain.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Uid;

/** An X.509 certificate that was asked for. */
public sealed interface TlsCertificate extends Entity {

    /** Certificates; each is named by its uid. */
    Kind<TlsCertificate> KIND = new Kind<>("certificate", TlsCertificate.class);

    /** What was asked for. */
    Request request();

    /** What it is for. */
    default CertificateSubject subject() {
        return request().subject();
    }

    /** Its place among the certificates that its subject had and will have. */
    default Lineage lineage() {
        return request().lineage();
    }

    @Override
    default EntityKey key() {
        return KIND.key(meta().uid());
    }

    /**
     * What was asked for.
     *
     * @param subject        what it is for
     * @param signingRequest the holder's PKCS #10 request in PEM form; absent until it comes, or where the signer makes the key
     * @param lineage        its place among the subject's certificates
     */
    record Request(CertificateSubject subject, Optional<String> signingRequest, Lineage lineage) {

        /** The same request at another place. */
        public Request with(Lineage newLineage) {
            return new Request(subject, signingRequest, newLineage);
        }
    }

    /**
     * A place among the certificates of one subject.
     *
     * @param ordinal     counts them from 1; routers tell connections apart by it
     * @param oldestValid the lowest ordinal whose connections may stay
     * @param supersedes  the one before it
     * @param successor   the one after it, once that was asked for
     */
    record Lineage(int ordinal, int oldestValid, Optional<Uid> supersedes, Optional<Uid> successor) {

        /** The place of a subject's first certificate. */
        public static final Lineage FIRST = beginning(1);

        /** A place with nothing before it; connections made with what there was must end. */
        public static Lineage beginning(int ordinal) {
            return new Lineage(ordinal, ordinal, Optional.empty(), Optional.empty());
        }

        /** The same place, with that one after it. */
        public Lineage before(Optional<Uid> next) {
            return new Lineage(ordinal, oldestValid, supersedes, next);
        }

        /** The same place, with that one before it. */
        public Lineage after(Optional<Uid> previous) {
            return new Lineage(ordinal, oldestValid, previous, successor);
        }

        /** The same place, where connections of lower ordinals than that must end. */
        public Lineage from(int oldest) {
            return new Lineage(ordinal, Math.max(oldestValid, oldest), supersedes, successor);
        }

        /** The place after this one, which belongs to the certificate of that uid. */
        public Lineage next(Uid own) {
            return new Lineage(ordinal + 1, oldestValid, Optional.of(own), Optional.empty());
        }
    }

    /** Nobody has signed it yet. Issuing or failing leaves this state. */
    record Requested(ObjectMeta meta, Request request) implements TlsCertificate {}

    /** Signing went wrong; the signer may still issue it after another try. */
    record Failed(ObjectMeta meta, Request request, String cause) implements TlsCertificate {}

    /**
     * Signed.
     *
     * @param usedSince since when its holder uses it, which only the holder can say
     */
    record Issued(ObjectMeta meta, Request request, Signed signed, Optional<Instant> usedSince)
            implements TlsCertificate {}

    /** Its holder uses a newer one. Forgotten when its validity ends. */
    record Superseded(ObjectMeta meta, Request request, Signed signed, Instant since) implements TlsCertificate {}

    /** Must not be trusted any more. Forgotten when its validity ends, unless it is its subject's last. */
    record Revoked(ObjectMeta meta, Request request, Signed signed, String cause) implements TlsCertificate {}

    /** Its validity ended before its holder had another. Forgotten as soon as the holder has. */
    record Expired(ObjectMeta meta, Request request, Signed signed) implements TlsCertificate {}

    /** What the signer answered, where somebody has signed. */
    default Optional<Signed> knownSigned() {
        return switch (this) {
            case Requested c -> Optional.empty();
            case Failed c -> Optional.empty();
            case Issued c -> Optional.of(c.signed());
            case Superseded c -> Optional.of(c.signed());
            case Revoked c -> Optional.of(c.signed());
            case Expired c -> Optional.of(c.signed());
        };
    }

    /** The same certificate in the same state after its request changed. */
    default TlsCertificate with(ObjectMeta meta, Request request) {
        return switch (this) {
            case Requested c -> new Requested(meta, request);
            case Failed c -> new Failed(meta, request, c.cause());
            case Issued c -> new Issued(meta, request, c.signed(), c.usedSince());
            case Superseded c -> new Superseded(meta, request, c.signed(), c.since());
            case Revoked c -> new Revoked(meta, request, c.signed(), c.cause());
            case Expired c -> new Expired(meta, request, c.signed());
        };
    }

    /**
     * What the signer answered.
     *
     * @param serial      the serial number in hexadecimal
     * @param fingerprint SHA-256 of the certificate's DER form
     * @param notBefore   the first moment of its validity
     * @param notAfter    the last moment of its validity
     * @param issuer      the authority of the same stream that signed it; absent where the authority is of another stream, and in
     *                    old records, where it is the first of its kind
     * @param chain       the certificate and those between it and the root, in PEM form; absent in old records
     */
    record Signed(
            String serial,
            Digest fingerprint,
            Instant notBefore,
            Instant notAfter,
            Optional<Uid> issuer,
            Optional<String> chain) {

        private static final int PARTS = 3;

        /** When to ask for the next one: after two thirds of its life. */
        public Instant renewAt() {
            Duration part = Duration.between(notBefore, notAfter).dividedBy(PARTS);
            return notAfter.minus(part);
        }
    }
}
