package studio.domain.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;

/** Which interior sites must be planned again after an event in a backbone. */
final class InteriorConcern {

    private InteriorConcern() {}

    static Set<Audience> of(Collection<EntityKey> changed, Entities before, Entities after) {
        return changed.stream().flatMap(key -> of(key, before, after)).collect(Collectors.toSet());
    }

    private static Stream<Audience> of(EntityKey key, Entities before, Entities after) {
        Optional<Entity> was = before.find(key);
        Optional<Entity> is = after.find(key);
        if (was.map(InteriorConcern::planned).equals(is.map(InteriorConcern::planned))) {
            return Stream.empty();
        }
        return Stream.concat(
                        was.stream().flatMap(entity -> sites(entity, before)),
                        is.stream().flatMap(entity -> sites(entity, after)))
                .map(site -> new Audience.OfInterior(site.meta().uid()));
    }

    /** What plans show of an entity: neither how a link does, nor when a site was heard of. */
    private static Object planned(Entity entity) {
        return switch (entity) {
            case Backbone backbone -> backbone instanceof Backbone.Deleted;
            case InteriorSite site -> List.of(site.getClass(), site.meta().uid());
            case InterRouterLink link -> List.of(link.meta().uid(), link.from(), link.accessPoint(), link.cost());
            case Entity other -> other;
        };
    }

    private static Stream<InteriorSite> sites(Entity entity, Entities entities) {
        return switch (entity) {
            case Backbone backbone -> entities.list(InteriorSite.KIND).stream();
            case InteriorSite site -> Stream.of(site);
            case InterRouterLink link -> site(link.from(), entities);
            case AccessPoint point -> ofPoint(point, entities);
            case NetworkAttachment attachment ->
                point(attachment.spec().accessPoint(), entities)
                        .flatMap(point -> site(point.spec().site(), entities));
            case TlsCertificate certificate -> ofCertificate(certificate.subject(), entities);
            case Entity other -> Stream.empty();
        };
    }

    /** Its own site listens there, and others connect to it. */
    private static Stream<InteriorSite> ofPoint(AccessPoint point, Entities entities) {
        Name name = Name.of(point.meta().name());
        Stream<InteriorSite> others = entities.list(InterRouterLink.KIND).stream()
                .filter(link -> link.accessPoint().equals(name))
                .flatMap(link -> site(link.from(), entities));
        return Stream.concat(site(point.spec().site(), entities), others);
    }

    private static Stream<InteriorSite> ofCertificate(CertificateSubject subject, Entities entities) {
        return switch (subject.kind()) {
            case INTERIOR_CA, ACCESS_POINT_CA -> entities.list(InteriorSite.KIND).stream();
            case INTERIOR_SITE -> concerned(subject, site(subject.name(), entities), entities);
            case ACCESS_POINT ->
                concerned(
                        subject,
                        point(subject.name(), entities)
                                .flatMap(point -> site(point.spec().site(), entities)),
                        entities);
            case ROOT, SERVICE_HOME, NETWORK_CA, NETWORK_HOME, MEMBER_SITE -> Stream.empty();
        };
    }

    /** Once one of a kind is kept out, all who meet such certificates trust them one by one. */
    private static Stream<InteriorSite> concerned(
            CertificateSubject subject, Stream<InteriorSite> holder, Entities entities) {
        return Anchors.anyKeptOut(subject.kind(), entities) ? entities.list(InteriorSite.KIND).stream() : holder;
    }

    private static Stream<AccessPoint> point(Name name, Entities entities) {
        return entities.find(AccessPoint.KIND, name).stream();
    }

    private static Stream<InteriorSite> site(Name name, Entities entities) {
        return entities.find(InteriorSite.KIND, name).stream();
    }
}
