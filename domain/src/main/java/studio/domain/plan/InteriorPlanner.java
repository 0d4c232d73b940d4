package studio.domain.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;

/**
 * Plans what an interior site is to have: how its router meets the others, and for each attached network a listener that takes this
 * network's sites alone, with the policy that keeps them among themselves. Costs as much as the backbone has of parts and certificates.
 */
final class InteriorPlanner {

    /** The sslProfile with which the router connects to others. */
    private static final String CONNECTING = "backbone";

    /** Certificates of one access point between two changes of who may connect; see {@link #ordinal}. */
    private static final long STRIDE = 10_000;

    private final Entities entities;
    private final InteriorSite site;
    private final List<TlsCertificate> certificates;

    private InteriorPlanner(InteriorSite site, Entities entities) {
        this.entities = entities;
        this.site = site;
        this.certificates = entities.list(TlsCertificate.KIND);
    }

    /** The site of that uid, if the backbone has it. */
    static Optional<InteriorSite> find(Uid uid, Entities entities) {
        return entities.list(InteriorSite.KIND).stream()
                .filter(site -> site.meta().uid().equals(uid))
                .findFirst();
    }

    static Stream<Item> plan(Uid uid, Entities entities) {
        return find(uid, entities).stream().flatMap(site -> new InteriorPlanner(site, entities).plan());
    }

    /** A site that is to go serves the networks that are attached there until they have let go of it. */
    private Stream<Item> plan() {
        return switch (site) {
            case InteriorSite.Requested s -> Stream.empty();
            case InteriorSite.Ready s -> all();
            case InteriorSite.Deployed s -> all();
            case InteriorSite.Deleting s ->
                attachments().findAny().isPresent()
                        ? all()
                        : Stream.of(Planner.decommission(Optional.empty(), Planner.cause(s)));
        };
    }

    private Stream<Item> all() {
        return Stream.of(
                        certificates(),
                        connecting(),
                        peers(),
                        unplaced(),
                        attachments().flatMap(this::attached))
                .flatMap(items -> items);
    }

    private Stream<AccessPoint> points() {
        Name own = Name.of(site.meta().name());
        return entities.list(AccessPoint.KIND).stream()
                .filter(point -> point.spec().site().equals(own));
    }

    private Stream<NetworkAttachment> attachments() {
        return entities.list(NetworkAttachment.KIND).stream()
                .filter(attachment -> point(attachment)
                        .spec()
                        .site()
                        .equals(Name.of(site.meta().name())));
    }

    private AccessPoint point(NetworkAttachment attachment) {
        return entities.get(AccessPoint.KIND, attachment.spec().accessPoint());
    }

    /** Those in use and those to come, of the router and of its access points. */
    private Stream<Item> certificates() {
        Stream<Item> own = living(subject(site)).map(certificate -> certificate(certificate, Optional.empty()));
        Stream<Item> ofPoints = points().flatMap(point -> living(subject(point))
                .map(certificate ->
                        certificate(certificate, point.knownAddress().map(AccessPoint.Address::host))));
        return Stream.concat(own, ofPoints);
    }

    private static CertificateSubject subject(InteriorSite site) {
        return new CertificateSubject(Kind.INTERIOR_SITE, Name.of(site.meta().name()));
    }

    private static CertificateSubject subject(AccessPoint point) {
        return new CertificateSubject(Kind.ACCESS_POINT, Name.of(point.meta().name()));
    }

    private Stream<TlsCertificate> living(CertificateSubject subject) {
        return certificates.stream()
                .filter(certificate -> certificate.subject().equals(subject))
                .filter(certificate -> switch (certificate) {
                    case TlsCertificate.Requested c -> true;
                    case TlsCertificate.Failed c -> true;
                    case TlsCertificate.Issued c -> true;
                    case TlsCertificate.Superseded c -> false;
                    case TlsCertificate.Revoked c -> false;
                    case TlsCertificate.Expired c -> false;
                });
    }

    private static Item certificate(TlsCertificate certificate, Optional<String> host) {
        return Item.of(
                "certificate/" + certificate.meta().uid(),
                new RouterSpec.RouterCertificate(
                        certificate.subject(),
                        host,
                        certificate.lineage().ordinal(),
                        certificate.lineage().oldestValid(),
                        certificate.request().signingRequest().isEmpty(),
                        certificate.knownSigned().flatMap(TlsCertificate.Signed::chain)),
                Planner.cause(certificate));
    }

    /** The newest that is signed: while the next one is asked for, the one before it goes on. */
    private Optional<TlsCertificate> signed(CertificateSubject subject) {
        return living(subject)
                .filter(TlsCertificate.Issued.class::isInstance)
                .max(Comparator.comparingInt(
                        certificate -> certificate.lineage().ordinal()));
    }

    /** How the router connects to others, and where; nothing while it has no certificate for it. */
    private Stream<Item> connecting() {
        return signed(subject(site)).stream()
                .flatMap(own -> Anchors.of(Kind.ACCESS_POINT, Kind.ACCESS_POINT_CA, own, entities).stream()
                        .flatMap(anchors -> Stream.concat(Stream.of(profile(CONNECTING, own, anchors)), connectors())));
    }

    private static Item profile(String name, TlsCertificate own, Anchors anchors) {
        return profile(name, own, anchors.trust(), anchors.ordinal(own), anchors.oldestValid(own));
    }

    private static Item profile(String name, TlsCertificate shown, String trust, long ordinal, long oldestValid) {
        return Item.of(
                "profile/" + name,
                new RouterSpec.SslProfile(name, shown.meta().uid(), trust, ordinal, oldestValid),
                Planner.cause(shown));
    }

    private Stream<Item> connectors() {
        Name own = Name.of(site.meta().name());
        return entities.list(InterRouterLink.KIND).stream()
                .filter(link -> link.from().equals(own))
                .flatMap(link -> entities.get(AccessPoint.KIND, link.accessPoint()).knownAddress().stream()
                        .map(address -> connector(link, address)));
    }

    private static Item connector(InterRouterLink link, AccessPoint.Address address) {
        String name = "link-" + link.meta().uid().base32Hex();
        return Item.of(
                "connector/" + name,
                new RouterSpec.RouterConnector(
                        name, address.host(), address.ports().from(), link.cost(), CONNECTING),
                Planner.cause(link));
    }

    private Stream<Item> peers() {
        return points().filter(point -> point.spec().use() == AccessPoint.Use.PEER)
                .flatMap(point -> point.knownAddress().stream().flatMap(address -> peer(point, address)));
    }

    private Stream<Item> peer(AccessPoint point, AccessPoint.Address address) {
        String id = point.meta().uid().base32Hex();
        return signed(subject(point)).stream()
                .flatMap(shown -> Anchors.of(Kind.INTERIOR_SITE, Kind.INTERIOR_CA, shown, entities).stream()
                        .flatMap(anchors -> Stream.of(
                                profile("point-" + id, shown, anchors),
                                listener(
                                        point,
                                        "peer-" + id,
                                        RouterSpec.Side.INTER_ROUTER,
                                        address.ports().from()))));
    }

    private static Item listener(AccessPoint point, String name, RouterSpec.Side side, int port) {
        String profile = "point-" + point.meta().uid().base32Hex();
        return Item.of(
                "listener/" + name,
                new RouterSpec.RouterListener(name, side, port, profile, Optional.empty()),
                Planner.cause(point));
    }

    /** Access points of which nobody has said where they are: whoever runs the site may know, and is asked. */
    private Stream<Item> unplaced() {
        return points().filter(AccessPoint.Partial.class::isInstance).flatMap(point -> {
            String id = point.meta().uid().base32Hex();
            int port = RouterSpec.RouterListener.UNPLACED;
            return switch (point.spec().use()) {
                case PEER -> Stream.of(listener(point, "peer-" + id, RouterSpec.Side.INTER_ROUTER, port));
                case MEMBER -> Stream.of(listener(point, "member-" + id, RouterSpec.Side.EDGE, port));
                case MANAGE -> Stream.empty();
            };
        });
    }

    private Stream<Item> attached(NetworkAttachment attachment) {
        String name = "net-" + attachment.spec().vanId();
        NetworkAttachment.Admission admission = attachment.admission();
        return signed(subject(point(attachment))).stream()
                .flatMap(shown -> Stream.of(
                        profile(
                                name,
                                shown,
                                admission.authority().chain(),
                                ordinal(admission.ordinal(), shown),
                                oldestValid(admission, shown)),
                        Item.of(
                                "listener/edge-" + name,
                                new RouterSpec.RouterListener(
                                        "edge-" + name,
                                        RouterSpec.Side.EDGE,
                                        attachment.spec().port(),
                                        name,
                                        Optional.of(name)),
                                Planner.cause(attachment)),
                        Item.of("vhost/vhost-" + name, NetworkPolicy.of(attachment), Planner.cause(attachment))));
    }

    /** Rises with each change of who may connect, and in between with each certificate of the access point. */
    private static long ordinal(int admission, TlsCertificate shown) {
        return admission * STRIDE + shown.lineage().ordinal();
    }

    /**
     * When somebody is kept out, all connections from before must end. An older certificate of the access point is no reason to end
     * them: its holder is the one who listens.
     */
    private static long oldestValid(NetworkAttachment.Admission admission, TlsCertificate shown) {
        boolean latest = admission.oldestValid() == admission.ordinal();
        return admission.oldestValid() * STRIDE + (latest ? shown.lineage().oldestValid() : 0);
    }
}
