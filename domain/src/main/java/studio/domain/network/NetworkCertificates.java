package studio.domain.network;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.certificate.CertificateEvent;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.CertificateEvent.CertificateRotated;
import studio.domain.certificate.CertificateEvolution;
import studio.domain.certificate.CertificateHolders;
import studio.domain.certificate.CertificateRules;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Change;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Name;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Uid;

/** What is a network's own in the rules for certificates: it finds a subject's without looking at those of all sites. */
final class NetworkCertificates implements CertificateHolders {

    private static final NetworkCertificates HOLDERS = new NetworkCertificates();

    private NetworkCertificates() {}

    /** The subject of the network's authority. */
    static CertificateSubject authority(Entities entities) {
        return new CertificateSubject(Kind.NETWORK_CA, entities.stream().name());
    }

    /** A home is known by its uid, because another one may take its place. */
    static CertificateSubject home(Uid home) {
        return new CertificateSubject(Kind.NETWORK_HOME, Name.of(home.toString()));
    }

    /** A site is known by its uid, because it can be renamed. */
    static CertificateSubject site(Uid site) {
        return new CertificateSubject(Kind.MEMBER_SITE, Name.of(site.toString()));
    }

    /** The subject's last certificate, if it has any. */
    static Optional<TlsCertificate> of(CertificateSubject subject, Entities entities) {
        return entities.find(CertificateIndex.key(subject))
                .map(CertificateIndex.class::cast)
                .map(index -> (TlsCertificate) entities.get(TlsCertificate.KIND.key(index.newest())));
    }

    static Decision<NetworkEvent> decide(CertificateCommand command, Entities entities, Facts facts) {
        return unless(
                shutOut(command, entities),
                () -> Decision.widen(CertificateRules.decide(command, HOLDERS, entities, facts)));
    }

    /** Who was shut out gets nothing new, though there still is a certificate to be followed. */
    private static Optional<Rejection> shutOut(CertificateCommand command, Entities entities) {
        return command instanceof RotateCertificate
                ? CertificateRules.subject(command, entities).flatMap(subject -> HOLDERS.unfit(subject, entities))
                : Optional.empty();
    }

    @Override
    public Optional<Rejection> unfit(CertificateSubject subject, Entities entities) {
        return switch (subject.kind()) {
            case NETWORK_CA -> subject.equals(authority(entities)) ? Optional.empty() : unknown(subject);
            case NETWORK_HOME -> unfitHome(subject, entities);
            case MEMBER_SITE -> unfitSite(subject, entities);
            case ROOT, SERVICE_HOME, INTERIOR_CA, ACCESS_POINT_CA, INTERIOR_SITE, ACCESS_POINT ->
                Optional.of(
                        Rejection.ofField(INVALID_VALUE, "subject.kind", "must be one of those that a network has"));
        };
    }

    private static Optional<Rejection> unfitHome(CertificateSubject subject, Entities entities) {
        Optional<Home> home = homeOf(subject, entities);
        if (home.isEmpty()) {
            return unknown(subject);
        }
        Home.Spec spec = home.get().spec();
        return spec.placement() == Home.Placement.OWN && spec.keyDigest().isEmpty()
                ? Optional.of(Rejection.of(WRONG_STATE, "nobody has claimed the home's place yet"))
                : Optional.empty();
    }

    private static Optional<Rejection> unfitSite(CertificateSubject subject, Entities entities) {
        Optional<MemberSite> site = siteOf(subject, entities);
        if (site.isEmpty()) {
            return unknown(subject);
        }
        return site.get() instanceof MemberSite.Evicted
                ? Optional.of(Rejection.of(WRONG_STATE, "the site was shut out"))
                : Optional.empty();
    }

    /** The home that holds certificates of that subject, if that is one and there. */
    static Optional<Home> homeOf(CertificateSubject subject, Entities entities) {
        return entities.find(Home.KIND, entities.stream().name())
                .filter(home -> subject.equals(home(home.meta().uid())));
    }

    /** The site that holds certificates of that subject, if that is one and there. */
    static Optional<MemberSite> siteOf(CertificateSubject subject, Entities entities) {
        return entities.find(SiteIndex.KIND.key(subject.name()))
                .map(SiteIndex.class::cast)
                .map(index -> entities.get(MemberSite.KIND, index.site()))
                .filter(site -> subject.equals(site(site.meta().uid())));
    }

    private static Optional<Rejection> unknown(CertificateSubject subject) {
        return Optional.of(Rejection.notFound(TlsCertificate.KIND.key(subject.name())));
    }

    /** The authority of a network that has an end ends with it. */
    @Override
    public boolean cannotOutlive(TlsCertificate.Issued certificate, Entities entities) {
        return certificate.subject().kind() == Kind.NETWORK_CA
                ? entities.get(Network.KIND, entities.stream().name())
                        .spec()
                        .schedule()
                        .lastMoment()
                        .filter(end -> !end.isAfter(certificate.signed().notAfter()))
                        .isPresent()
                : CertificateHolders.super.cannotOutlive(certificate, entities);
    }

    @Override
    public Optional<TlsCertificate> newest(CertificateSubject subject, Entities entities) {
        return of(subject, entities);
    }

    static List<Change> evolve(CertificateEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        List<Change> changes = new ArrayList<>(CertificateEvolution.evolve(event, recorded, entities));
        switch (event) {
            case CertificateRequested e ->
                changes.add(put(CertificateIndex.of(e.subject(), e.certificate(), recorded)));
            case CertificateRotated e ->
                changes.add(
                        put(CertificateIndex.of(get(e.certificate(), entities).subject(), e.successor(), recorded)));
            case CertificateEvent e -> {}
        }
        return changes;
    }

    private static TlsCertificate get(Uid certificate, Entities entities) {
        return (TlsCertificate) entities.get(TlsCertificate.KIND.key(certificate));
    }

    /** Takes all of the subject's certificates away, because the subject itself goes. */
    static List<Change> removals(CertificateSubject subject, Entities entities) {
        List<Change> changes = new ArrayList<>();
        chain(subject, entities).forEach(certificate -> changes.add(remove(certificate.key())));
        if (!changes.isEmpty()) {
            changes.add(remove(CertificateIndex.key(subject)));
        }
        return changes;
    }

    /** Takes trust from all of the subject's certificates, and what was not signed yet never will be. */
    static List<Change> revocations(
            CertificateSubject subject, String cause, Recorded<NetworkEvent> recorded, Entities entities) {
        Overlay after = new Overlay(entities);
        for (TlsCertificate certificate : chain(subject, entities)) {
            Uid uid = certificate.meta().uid();
            switch (certificate) {
                case TlsCertificate.Requested c -> forget(c, recorded, after);
                case TlsCertificate.Failed c -> forget(c, recorded, after);
                case TlsCertificate.Issued c -> revoke(uid, cause, recorded, after);
                case TlsCertificate.Superseded c -> revoke(uid, cause, recorded, after);
                case TlsCertificate.Revoked c -> {}
                case TlsCertificate.Expired c -> {}
            }
        }
        return List.copyOf(after.changes());
    }

    private static void revoke(Uid certificate, String cause, Recorded<NetworkEvent> recorded, Overlay after) {
        after.apply(CertificateEvolution.evolve(
                new CertificateEvent.CertificateRevoked(certificate, cause), recorded, after));
    }

    private static void forget(TlsCertificate certificate, Recorded<NetworkEvent> recorded, Overlay after) {
        CertificateSubject subject = certificate.subject();
        after.apply(List.of(remove(certificate.key())));
        Optional<TlsCertificate> older = certificate.lineage().supersedes().map(uid -> get(uid, after));
        older.ifPresent(last -> {
            after.put(last.with(last.meta(), last.request().with(last.lineage().before(Optional.empty()))));
            after.put(CertificateIndex.of(subject, last.meta().uid(), recorded));
        });
        if (older.isEmpty()) {
            after.apply(List.of(remove(CertificateIndex.key(subject))));
        }
    }

    /** The subject's certificates, the newest first. There are few: those of the past are forgotten when they expire. */
    private static List<TlsCertificate> chain(CertificateSubject subject, Entities entities) {
        List<TlsCertificate> chain = new ArrayList<>();
        Optional<TlsCertificate> certificate = of(subject, entities);
        while (certificate.isPresent()) {
            chain.add(certificate.get());
            certificate = certificate.get().lineage().supersedes().map(uid -> get(uid, entities));
        }
        return chain;
    }
}
