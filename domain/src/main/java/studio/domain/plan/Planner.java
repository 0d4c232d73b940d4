package studio.domain.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.Attachment;
import studio.domain.network.CertificateIndex;
import studio.domain.network.Deployment;
import studio.domain.network.EdgeLink;
import studio.domain.network.Endpoint;
import studio.domain.network.MemberInvitation;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.domain.network.Ref;
import studio.domain.network.SiteClass;
import studio.domain.network.SiteIndex;

/**
 * Plans what audiences are to have. Pure: the same state, the same plan, whatever happened before. It costs as much as there are
 * endpoints, and never as much as there are sites.
 */
public final class Planner {

    private Planner() {}

    /** What that audience is to have, by key. */
    public static List<Item> plan(Entities entities, Audience audience) {
        Stream<Item> items = switch (audience) {
            case Audience.OfNetwork a -> network(entities).stream().flatMap(Planner::ofNetwork);
            case Audience.OfClass a ->
                network(entities).stream().flatMap(network -> ofClass(a.siteClass(), network, entities));
            case Audience.OfInvitation a ->
                network(entities).stream().flatMap(network -> ofInvitation(a.invitation(), entities));
            case Audience.OfSite a ->
                network(entities).stream().flatMap(network -> ofSite(a.site(), network, entities));
            case Audience.OfInterior a -> InteriorPlanner.plan(a.site(), entities);
        };
        return items.sorted().toList();
    }

    /** Says whether there are such sites, or could be. For an audience that is gone nothing is planned any more. */
    public static boolean isThere(Entities entities, Audience audience) {
        return switch (audience) {
            case Audience.OfNetwork a -> network(entities).isPresent();
            case Audience.OfClass a -> SiteClass.find(a.siteClass(), entities).isPresent();
            case Audience.OfInvitation a -> isThere(a.invitation(), entities);
            case Audience.OfSite a -> SiteIndex.find(a.site(), entities).isPresent();
            case Audience.OfInterior a ->
                InteriorPlanner.find(a.site(), entities).isPresent();
        };
    }

    private static Optional<Network> network(Entities entities) {
        return entities.find(Network.KIND, entities.stream().name())
                .filter(network -> !(network instanceof Network.Deleted));
    }

    private static Stream<Item> ofNetwork(Network network) {
        return switch (network) {
            case Network.Scheduled n -> Stream.of(halt(ItemSpec.Halt.Reason.SCHEDULED, cause(n)));
            case Network.Suspended n -> Stream.of(halt(ItemSpec.Halt.Reason.SUSPENDED, cause(n)));
            case Network.Expired n -> Stream.of(halt(ItemSpec.Halt.Reason.EXPIRED, cause(n)));
            case Network.Deleting n -> Stream.of(decommission(Optional.of(n.purgeAt()), cause(n)));
            case Network.Requested n -> Stream.empty();
            case Network.Active n -> Stream.empty();
            case Network.Failed n -> Stream.empty();
            case Network.Deleted n -> Stream.empty();
        };
    }

    private static Item halt(ItemSpec.Halt.Reason reason, Cause cause) {
        return Item.of("halt", new ItemSpec.Halt(reason), cause);
    }

    static Item decommission(Optional<Instant> until, Cause cause) {
        return Item.of("decommission", new ItemSpec.Decommission(until), cause);
    }

    static Cause cause(Entity entity) {
        return new Cause(entity.key(), entity.meta().revision());
    }

    private static Stream<Item> ofClass(Ref siteClass, Network network, Entities entities) {
        if (SiteClass.find(siteClass, entities).isEmpty()) {
            return Stream.empty();
        }
        List<Endpoint> endpoints = entities.list(Endpoint.KIND).stream()
                .filter(endpoint -> endpoint.allocation().siteClasses().contains(siteClass))
                .toList();
        return new Fragment(Place.ofClass(network.vanId(), siteClass), entities).of(endpoints);
    }

    private static Stream<Item> ofInvitation(Ref invitation, Entities entities) {
        return isThere(invitation, entities)
                ? EdgeLink.of(invitation.name(), entities).stream().flatMap(link -> link(link, entities).stream())
                : Stream.empty();
    }

    private static boolean isThere(Ref invitation, Entities entities) {
        return entities.find(MemberInvitation.KIND, invitation.name())
                .filter(present -> present.meta().uid().equals(invitation.uid()))
                .isPresent();
    }

    private static Optional<Item> link(EdgeLink link, Entities entities) {
        return entities.find(Attachment.KIND, link.accessPoint())
                .flatMap(attachment ->
                        attachment instanceof Attachment.Ready ready ? Optional.of(ready) : Optional.empty())
                .map(ready -> Item.of(
                        "link/" + link.accessPoint(),
                        new ItemSpec.Link(link.accessPoint(), ready.endpoint(), link.priority()),
                        cause(link)));
    }

    private static Stream<Item> ofSite(Uid uid, Network network, Entities entities) {
        return SiteIndex.find(uid, entities).stream().flatMap(site -> switch (site) {
            case MemberSite.Joining s -> ofMember(s, network, entities);
            case MemberSite.Joined s -> ofMember(s, network, entities);
            case MemberSite.Connected s -> ofMember(s, network, entities);
            case MemberSite.Left s -> Stream.of(decommission(Optional.empty(), cause(s)));
            case MemberSite.Evicted s -> Stream.of(decommission(Optional.empty(), cause(s)));
        });
    }

    private static Stream<Item> ofMember(MemberSite site, Network network, Entities entities) {
        Uid uid = site.meta().uid();
        List<Endpoint> all = entities.list(Endpoint.KIND);
        Stream<Ref> classes = site.spec().siteClasses().stream()
                .filter(siteClass -> SiteClass.find(siteClass, entities).isPresent());
        Stream<Item> own = new Fragment(Place.ofSite(network.vanId(), uid, classes), entities)
                .of(all.stream()
                        .filter(endpoint -> endpoint.allocation().names(uid))
                        .toList());
        Stream<Item> decisions = all.stream().flatMap(endpoint -> decision(endpoint, uid, entities).stream());
        Stream<Item> pause =
                site.spec().paused() ? Stream.of(halt(ItemSpec.Halt.Reason.PAUSED, cause(site))) : Stream.empty();
        return Stream.of(own, decisions, certificate(uid, entities), pause).flatMap(items -> items);
    }

    private static Stream<Item> certificate(Uid site, Entities entities) {
        CertificateSubject subject =
                new CertificateSubject(CertificateSubject.Kind.MEMBER_SITE, Name.of(site.toString()));
        return entities.find(CertificateIndex.key(subject)).stream()
                .map(CertificateIndex.class::cast)
                .flatMap(index -> entities.find(TlsCertificate.KIND.key(index.newest())).stream())
                .map(TlsCertificate.class::cast)
                .map(certificate -> Item.of(
                        "certificate/" + certificate.meta().uid(), certificate(certificate), cause(certificate)));
    }

    private static ItemSpec certificate(TlsCertificate certificate) {
        return new ItemSpec.Certificate(
                certificate.lineage().ordinal(),
                certificate.lineage().oldestValid(),
                certificate.request().signingRequest().isEmpty(),
                certificate.knownSigned().flatMap(TlsCertificate.Signed::chain));
    }

    private static Optional<Item> decision(Endpoint endpoint, Uid site, Entities entities) {
        return Deployment.find(endpoint, site, entities)
                .flatMap(deployment -> deployment
                        .verdict()
                        .map(verdict -> Item.of(
                                "decision/" + endpoint.ref().name(),
                                new ItemSpec.Decision(endpoint.ref(), verdict),
                                cause(deployment))));
    }
}
