package studio.domain.backbone;

import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.domain.backbone.BackboneEvent.BackboneFailed;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateCommand.FailCertificate;
import studio.domain.certificate.CertificateEvent;
import studio.domain.certificate.CertificateHolders;
import studio.domain.certificate.CertificateRules;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Rejection;

/** What is a backbone's own in the rules for certificates. */
final class BackboneCertificates implements CertificateHolders {

    /** A backbone is ready when it has these. */
    static final Set<Kind> AUTHORITIES = EnumSet.of(Kind.INTERIOR_CA, Kind.ACCESS_POINT_CA);

    static final BackboneCertificates HOLDERS = new BackboneCertificates();

    private BackboneCertificates() {}

    static Decision<BackboneEvent> decide(
            CertificateCommand command, Backbone backbone, Entities entities, Facts facts) {
        Decision<CertificateEvent> decision = CertificateRules.decide(command, HOLDERS, entities, facts);
        return switch (decision) {
            case Decision.Accepted<CertificateEvent> accepted
            when command instanceof FailCertificate fail
                    && !accepted.events().isEmpty()
                    && waitsFor(fail, backbone, entities) -> {
                List<BackboneEvent> events = new ArrayList<>(accepted.events());
                events.add(new BackboneFailed(fail.cause()));
                yield Decision.accept(events);
            }
            case Decision<CertificateEvent> other -> Decision.widen(other);
        };
    }

    /** A backbone that has its authorities goes on with them while the next ones can't be had. */
    private static boolean waitsFor(FailCertificate command, Backbone backbone, Entities entities) {
        boolean waits = backbone instanceof Backbone.Requested || backbone instanceof Backbone.Failed;
        return waits
                && CertificateRules.subject(command, entities)
                        .filter(subject -> subject.kind().isAuthority())
                        .isPresent();
    }

    @Override
    public Optional<Rejection> unfit(CertificateSubject subject, Entities entities) {
        return switch (subject.kind()) {
            case INTERIOR_CA, ACCESS_POINT_CA -> absent(Backbone.KIND.key(subject.name()), entities);
            case INTERIOR_SITE -> absent(InteriorSite.KIND.key(subject.name()), entities);
            case ACCESS_POINT ->
                entities.find(AccessPoint.KIND, subject.name())
                        .filter(AccessPoint.Partial.class::isInstance)
                        .map(point -> Rejection.of(
                                WRONG_STATE, "nobody has said yet where access point '" + subject.name() + "' listens"))
                        .or(() -> absent(AccessPoint.KIND.key(subject.name()), entities));
            case ROOT, SERVICE_HOME, NETWORK_CA, NETWORK_HOME, MEMBER_SITE ->
                Optional.of(
                        Rejection.ofField(INVALID_VALUE, "subject.kind", "must be one of those that a backbone has"));
        };
    }

    private static Optional<Rejection> absent(EntityKey key, Entities entities) {
        return entities.find(key).isPresent() ? Optional.empty() : Optional.of(Rejection.notFound(key));
    }
}
