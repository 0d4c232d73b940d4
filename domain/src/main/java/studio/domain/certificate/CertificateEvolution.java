package studio.domain.certificate;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;

import java.util.List;
import java.util.Optional;
import studio.domain.certificate.CertificateEvent.CertificateAcknowledged;
import studio.domain.certificate.CertificateEvent.CertificateExpired;
import studio.domain.certificate.CertificateEvent.CertificateFailed;
import studio.domain.certificate.CertificateEvent.CertificateIssued;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.CertificateEvent.CertificateRetried;
import studio.domain.certificate.CertificateEvent.CertificateRevoked;
import studio.domain.certificate.CertificateEvent.CertificateRotated;
import studio.domain.certificate.CertificateEvent.SigningRequestReceived;
import studio.domain.certificate.CertificateEvent.TreeRevoked;
import studio.domain.certificate.TlsCertificate.Lineage;
import studio.domain.certificate.TlsCertificate.Request;
import studio.domain.certificate.TlsCertificate.Signed;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Uid;

/** What each event changes in a stream's certificates. */
public final class CertificateEvolution {

    private CertificateEvolution() {}

    /**
     * What an event changes.
     *
     * @throws IllegalStateException if the event can't have happened in this state: the log and the state disagree
     */
    public static List<Change> evolve(CertificateEvent event, Recorded<?> recorded, Entities entities) {
        return switch (event) {
            case CertificateRequested e -> List.of(put(requested(e, recorded, entities)));
            case SigningRequestReceived e -> List.of(put(received(e, recorded, entities)));
            case CertificateIssued e -> {
                TlsCertificate certificate = unsigned(e, recorded, entities);
                yield List.of(put(new TlsCertificate.Issued(
                        certificate.meta(), certificate.request(), e.signed(), Optional.empty())));
            }
            case CertificateFailed e -> {
                TlsCertificate certificate = unsigned(e, recorded, entities);
                yield List.of(put(new TlsCertificate.Failed(certificate.meta(), certificate.request(), e.cause())));
            }
            case CertificateRetried e -> {
                TlsCertificate certificate = unsigned(e, recorded, entities);
                yield List.of(put(new TlsCertificate.Requested(certificate.meta(), certificate.request())));
            }
            case CertificateRotated e -> rotated(e, recorded, entities);
            case CertificateAcknowledged e -> acknowledged(e, recorded, entities);
            case CertificateRevoked e -> {
                Overlay after = new Overlay(entities);
                revoke(certificate(e.certificate(), entities), e.cause(), recorded, after);
                yield List.copyOf(after.changes());
            }
            case CertificateExpired e -> expired(e, recorded, entities);
            case TreeRevoked e -> treeRevoked(e, recorded, entities);
        };
    }

    /** Takes all certificates of that subject away, because the subject itself goes. */
    public static List<Change> removals(CertificateSubject subject, Entities entities) {
        return Change.removals(
                TlsCertificate.KIND, certificate -> certificate.subject().equals(subject), entities);
    }

    private static TlsCertificate requested(CertificateRequested event, Recorded<?> recorded, Entities entities) {
        entities.checkAbsent(TlsCertificate.KIND.key(event.certificate()));
        return new TlsCertificate.Requested(
                ObjectMeta.created(event.certificate(), recorded),
                new Request(event.subject(), event.signingRequest(), Lineage.beginning(event.ordinal())));
    }

    private static TlsCertificate received(SigningRequestReceived event, Recorded<?> recorded, Entities entities) {
        TlsCertificate certificate = unsigned(event, recorded, entities);
        return new TlsCertificate.Requested(
                certificate.meta().changed(recorded),
                new Request(certificate.subject(), Optional.of(event.signingRequest()), certificate.lineage()));
    }

    private static TlsCertificate unsigned(CertificateEvent event, Recorded<?> recorded, Entities entities) {
        TlsCertificate certificate = certificate(event.certificate(), entities);
        return switch (certificate) {
            case TlsCertificate.Requested c -> c;
            case TlsCertificate.Failed c -> c;
            case TlsCertificate.Issued c -> throw recorded.impossibleFor(c);
            case TlsCertificate.Superseded c -> throw recorded.impossibleFor(c);
            case TlsCertificate.Revoked c -> throw recorded.impossibleFor(c);
            case TlsCertificate.Expired c -> throw recorded.impossibleFor(c);
        };
    }

    private static List<Change> rotated(CertificateRotated event, Recorded<?> recorded, Entities entities) {
        TlsCertificate old = certificate(event.certificate(), entities);
        entities.checkAbsent(TlsCertificate.KIND.key(event.successor()));
        if (old.knownSigned().isEmpty() || old.lineage().successor().isPresent()) {
            throw recorded.impossibleFor(old);
        }
        Lineage next = old.lineage().next(event.certificate());
        Request request =
                new Request(old.subject(), event.signingRequest(), event.endOld() ? next.from(next.ordinal()) : next);
        return List.of(
                put(with(old, old.lineage().before(Optional.of(event.successor())))),
                put(new TlsCertificate.Requested(ObjectMeta.created(event.successor(), recorded), request)));
    }

    /** A holder may have left out some certificates that it never used; those are superseded, too. */
    private static List<Change> acknowledged(CertificateAcknowledged event, Recorded<?> recorded, Entities entities) {
        TlsCertificate used = certificate(event.certificate(), entities);
        if (!(used instanceof TlsCertificate.Issued issued)) {
            throw recorded.impossibleFor(used);
        }
        Overlay after = new Overlay(entities);
        after.put(new TlsCertificate.Issued(
                issued.meta(), issued.request(), issued.signed(), Optional.of(recorded.at())));
        Optional<TlsCertificate> older = find(used.lineage().supersedes(), after);
        while (older.isPresent()) {
            leaveBehind(older.get(), recorded, after);
            older = find(older.get().lineage().supersedes(), after);
        }
        return List.copyOf(after.changes());
    }

    private static void leaveBehind(TlsCertificate older, Recorded<?> recorded, Overlay after) {
        switch (older) {
            case TlsCertificate.Issued c ->
                after.put(new TlsCertificate.Superseded(c.meta(), c.request(), c.signed(), recorded.at()));
            case TlsCertificate.Expired c -> forget(c, after);
            case TlsCertificate.Superseded c -> {}
            case TlsCertificate.Revoked c -> {}
            case TlsCertificate.Requested c -> throw recorded.impossibleFor(c);
            case TlsCertificate.Failed c -> throw recorded.impossibleFor(c);
        }
    }

    /** Nothing refers to what is gone: those before and after it become neighbours. */
    private static void forget(TlsCertificate gone, Overlay after) {
        Lineage lineage = gone.lineage();
        find(lineage.supersedes(), after)
                .ifPresent(older -> after.put(with(older, older.lineage().before(lineage.successor()))));
        find(lineage.successor(), after)
                .ifPresent(newer -> after.put(with(newer, newer.lineage().after(lineage.supersedes()))));
        after.apply(List.of(remove(gone.key())));
    }

    private static List<Change> expired(CertificateExpired event, Recorded<?> recorded, Entities entities) {
        TlsCertificate certificate = certificate(event.certificate(), entities);
        Overlay after = new Overlay(entities);
        endConnections(certificate, after);
        switch (certificate) {
            case TlsCertificate.Issued c -> expire(c, c.signed(), after);
            case TlsCertificate.Superseded c -> forget(c, after);
            case TlsCertificate.Revoked c when c.lineage().successor().isPresent() -> forget(c, after);
            case TlsCertificate.Revoked c -> expire(c, c.signed(), after);
            case TlsCertificate.Requested c -> throw recorded.impossibleFor(c);
            case TlsCertificate.Failed c -> throw recorded.impossibleFor(c);
            case TlsCertificate.Expired c -> throw recorded.impossibleFor(c);
        }
        return List.copyOf(after.changes());
    }

    private static void expire(TlsCertificate certificate, Signed signed, Overlay after) {
        after.put(new TlsCertificate.Expired(certificate.meta(), certificate.request(), signed));
    }

    private static List<Change> treeRevoked(TreeRevoked event, Recorded<?> recorded, Entities entities) {
        TlsCertificate issuer = certificate(event.issuer(), entities);
        Overlay after = new Overlay(entities);
        revoke(issuer, event.cause(), recorded, after);
        entities.list(TlsCertificate.KIND).stream()
                .filter(leaf -> isTrusted(leaf) && isSignedBy(leaf, issuer))
                .forEach(leaf -> revoke(certificate(leaf.meta().uid(), after), event.cause(), recorded, after));
        return List.copyOf(after.changes());
    }

    private static boolean isTrusted(TlsCertificate certificate) {
        return certificate instanceof TlsCertificate.Issued || certificate instanceof TlsCertificate.Superseded;
    }

    /** Where the signer did not say who it was, there was only one. */
    private static boolean isSignedBy(TlsCertificate leaf, TlsCertificate issuer) {
        Optional<Uid> known = leaf.knownSigned().flatMap(Signed::issuer);
        return known.map(issuer.meta().uid()::equals)
                .orElseGet(() -> leaf.subject()
                                .kind()
                                .issuer()
                                .equals(Optional.of(issuer.subject().kind()))
                        && issuer.lineage().ordinal() == Lineage.FIRST.ordinal());
    }

    private static void revoke(TlsCertificate certificate, String cause, Recorded<?> recorded, Overlay after) {
        Signed signed = switch (certificate) {
            case TlsCertificate.Issued c -> c.signed();
            case TlsCertificate.Superseded c -> c.signed();
            case TlsCertificate.Requested c -> throw recorded.impossibleFor(c);
            case TlsCertificate.Failed c -> throw recorded.impossibleFor(c);
            case TlsCertificate.Revoked c -> throw recorded.impossibleFor(c);
            case TlsCertificate.Expired c -> throw recorded.impossibleFor(c);
        };
        after.put(
                new TlsCertificate.Revoked(certificate.meta().changed(recorded), certificate.request(), signed, cause));
        endConnections(certificate, after);
    }

    /** No connection made with that certificate, or with an older one, may stay beside those that came after it. */
    private static void endConnections(TlsCertificate ended, Overlay after) {
        int oldest = ended.lineage().ordinal() + 1;
        Optional<TlsCertificate> newer = find(ended.lineage().successor(), after);
        while (newer.isPresent()) {
            after.put(with(newer.get(), newer.get().lineage().from(oldest)));
            newer = find(newer.get().lineage().successor(), after);
        }
    }

    private static TlsCertificate with(TlsCertificate certificate, Lineage lineage) {
        return certificate.with(certificate.meta(), certificate.request().with(lineage));
    }

    private static Optional<TlsCertificate> find(Optional<Uid> certificate, Entities entities) {
        return certificate
                .flatMap(uid -> entities.find(TlsCertificate.KIND.key(uid)))
                .map(TlsCertificate.class::cast);
    }

    private static TlsCertificate certificate(Uid uid, Entities entities) {
        return (TlsCertificate) entities.get(TlsCertificate.KIND.key(uid));
    }
}
