package studio.domain.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.StreamType;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.Allocation;
import studio.domain.network.Attachment;
import studio.domain.network.Binding;
import studio.domain.network.Deployment;
import studio.domain.network.EdgeLink;
import studio.domain.network.Endpoint;
import studio.domain.network.Home;
import studio.domain.network.MemberInvitation;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.domain.network.Ref;
import studio.domain.network.ServiceLink;
import studio.domain.network.SiteClass;
import studio.domain.network.Versions;

/**
 * Which audiences must be planned again after an event: found from the entities that it changed, which know where they matter. What
 * an event changes in an entity and no plan shows, such as who holds what, concerns nobody.
 */
public final class Concern {

    private final Entities before;
    private final Entities after;

    private Concern(Entities before, Entities after) {
        this.before = before;
        this.after = after;
    }

    /** The audiences that an event concerns which changed the entities of these keys. */
    public static Set<Audience> of(Collection<EntityKey> changed, Entities before, Entities after) {
        if (before.stream().type().equals(StreamType.BACKBONE.label())) {
            return InteriorConcern.of(changed, before, after);
        }
        Concern concern = new Concern(before, after);
        return changed.stream().flatMap(concern::of).collect(Collectors.toSet());
    }

    private Stream<Audience> of(EntityKey key) {
        Optional<Entity> was = before.find(key);
        Optional<Entity> is = after.find(key);
        return was.map(Concern::planned).equals(is.map(Concern::planned))
                ? Stream.empty()
                : Stream.concat(
                        was.stream().flatMap(entity -> of(entity, before)),
                        is.stream().flatMap(entity -> of(entity, after)));
    }

    /** What plans show of an entity. */
    private static Object planned(Entity entity) {
        return switch (entity) {
            case Endpoint endpoint -> List.of(endpoint.allocation(), versions(endpoint), slots(endpoint));
            case MemberSite site ->
                List.of(site.getClass(), site.meta().uid(), site.spec().siteClasses(), pause(site));
            case Deployment deployment -> deployment.verdict();
            case SiteClass siteClass -> siteClass.meta().uid();
            case MemberInvitation invitation -> invitation.meta().uid();
            case Home home -> home.meta().uid();
            case Entity other -> other;
        };
    }

    /** A pause and a farewell name what they come from. */
    private static Optional<Object> pause(MemberSite site) {
        return site.spec().paused() || !site.isMember() ? Optional.of(site.meta()) : Optional.empty();
    }

    private static Object slots(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Ingress ingress
                ? ingress.slots()
                : endpoint.meta().uid();
    }

    private static Versions<?> versions(Endpoint endpoint) {
        return endpoint.versions().uncounted();
    }

    private Stream<Audience> of(Entity entity, Entities entities) {
        return switch (entity) {
            case Network network -> Stream.of(new Audience.OfNetwork());
            case Home home -> Stream.of(new Audience.OfNetwork());
            case Endpoint endpoint -> Stream.concat(of(endpoint.allocation()), ofCalled(endpoint, entities));
            case ServiceLink link -> offering(link, entities);
            case SiteClass siteClass ->
                Stream.concat(Stream.of(new Audience.OfClass(siteClass.ref())), servingByClass(entities));
            case MemberSite site -> Stream.of(new Audience.OfSite(site.meta().uid()));
            case Deployment deployment -> Stream.of(new Audience.OfSite(deployment.site()));
            case MemberInvitation invitation -> Stream.of(of(invitation));
            case EdgeLink link -> ofInvitation(link.invitation(), entities);
            case Attachment attachment -> ofLinked(Name.of(attachment.meta().name()), entities);
            case TlsCertificate certificate -> ofHolder(certificate.subject());
            case Entity other -> Stream.empty();
        };
    }

    /** Sites that are named themselves and serve in each of their classes. */
    private static Stream<Audience> servingByClass(Entities entities) {
        return entities.list(Endpoint.KIND).stream()
                .filter(endpoint -> endpoint.versions()
                        .all()
                        .flatMap(version -> version.group().bindings().stream())
                        .anyMatch(binding -> binding.scope() == ServiceLink.Scope.SITE_CLASS))
                .flatMap(endpoint -> endpoint.allocation().sites().stream())
                .map(site -> new Audience.OfSite(site.uid()));
    }

    private static Stream<Audience> ofHolder(CertificateSubject subject) {
        return subject.kind() == CertificateSubject.Kind.MEMBER_SITE
                ? Stream.of(new Audience.OfSite(Uid.parse(subject.name().value())))
                : Stream.empty();
    }

    private static Stream<Audience> of(Allocation allocation) {
        return Stream.concat(
                allocation.siteClasses().stream().map(Audience.OfClass::new),
                allocation.sites().stream().map(site -> new Audience.OfSite(site.uid())));
    }

    /** Those who serve an ingress that calls them one by one have addresses for it. */
    private Stream<Audience> ofCalled(Endpoint endpoint, Entities entities) {
        return endpoint instanceof Endpoint.Ingress
                ? endpoint.group()
                        .requires()
                        .map(Binding::link)
                        .flatMap(link -> entities.find(ServiceLink.KIND, link.name()).stream())
                        .flatMap(link -> offering(link, entities))
                : Stream.empty();
    }

    private static Stream<Audience> offering(ServiceLink link, Entities entities) {
        return link.members(ServiceLink.Role.OFFERS)
                .flatMap(name -> entities.find(Endpoint.KIND, name).stream())
                .flatMap(endpoint -> of(endpoint.allocation()));
    }

    private static Audience of(MemberInvitation invitation) {
        return new Audience.OfInvitation(
                new Ref(Name.of(invitation.meta().name()), invitation.meta().uid()));
    }

    private static Stream<Audience> ofInvitation(Name invitation, Entities entities) {
        return entities.find(MemberInvitation.KIND, invitation).stream().map(Concern::of);
    }

    /** An attachment changes seldom, and concerns all who connect there. */
    private static Stream<Audience> ofLinked(Name accessPoint, Entities entities) {
        return entities.list(EdgeLink.KIND).stream()
                .filter(link -> link.accessPoint().equals(accessPoint))
                .flatMap(link -> ofInvitation(link.invitation(), entities));
    }
}
