package studio.api.view;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import studio.api.json.Word;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InterRouterLink.Health;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.library.Image;
import studio.domain.library.ImageVersion;
import studio.domain.library.Library;
import studio.domain.library.Service;
import studio.domain.network.Attachment;
import studio.domain.network.Census;
import studio.domain.network.CertificateIndex;
import studio.domain.network.ClassSet;
import studio.domain.network.Deployment;
import studio.domain.network.EdgeLink;
import studio.domain.network.Endpoint;
import studio.domain.network.Home;
import studio.domain.network.MemberInvitation;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.domain.network.ServiceLink;
import studio.domain.network.SiteClass;
import studio.domain.network.SiteIndex;
import studio.domain.user.ApiToken;
import studio.domain.user.User;
import studio.domain.user.WebSession;

/** Makes views: the only place where a domain state becomes an answer's JSON. */
public final class Views {

    private Views() {}

    /** The view of an entity of that stream. */
    public static View of(StreamKey stream, Entity entity) {
        return switch (entity) {
            case User user -> user(user);
            case WebSession session -> session(stream, session);
            case ApiToken token -> token(stream, token);
            case Backbone backbone -> backbone(backbone);
            case InteriorSite site -> site(stream, site);
            case AccessPoint point -> accessPoint(stream, point);
            case InterRouterLink link -> link(stream, link);
            case NetworkAttachment attachment -> attachment(stream, attachment);
            case TlsCertificate certificate -> certificate(stream, certificate);
            case Library library -> LibraryViews.library(library);
            case Image image -> LibraryViews.image(stream, image);
            case ImageVersion version -> LibraryViews.version(stream, version);
            case Service service -> LibraryViews.service(stream, service);
            case Network network -> NetworkViews.network(network);
            case Attachment attachment -> NetworkViews.attachment(stream, attachment);
            case Home home -> NetworkViews.home(stream, home);
            case SiteClass siteClass -> NetworkViews.siteClass(stream, siteClass);
            case MemberInvitation invitation -> NetworkViews.invitation(stream, invitation);
            case EdgeLink link -> NetworkViews.edgeLink(stream, link);
            case MemberSite site -> NetworkViews.site(stream, site);
            case Endpoint endpoint -> ApplicationViews.endpoint(stream, endpoint);
            case ServiceLink link -> ApplicationViews.link(stream, link);
            case Deployment deployment -> ApplicationViews.deployment(stream, deployment);
            case Entity other -> throw new IllegalStateException("there is no view of " + other);
        };
    }

    /** Whether there is a view of that entity. What deciders keep for themselves, counts and indexes, has none. */
    public static boolean exists(Entity entity) {
        return !(entity instanceof Census
                || entity instanceof CertificateIndex
                || entity instanceof ClassSet
                || entity instanceof SiteIndex);
    }

    /** The word for an entity's state, as views show it. */
    public static String state(Entity entity) {
        return switch (entity) {
            case InteriorSite.Ready ready -> "ready-" + Word.of(ready.deployment());
            case InteriorSite.Deployed deployed when deployed.reach() == InteriorSite.Reach.LOST -> "lost";
            case InterRouterLink link -> Word.of(link.health().getClass());
            case Home.Running running when running.reach() == Home.Reach.LOST -> "lost";
            case MemberSite.Connected connected when connected.reach() == MemberSite.Reach.LOST -> "lost";
            case Deployment deployment -> Word.of(deployment.condition().getClass());
            case Entity other -> Word.of(other.getClass());
        };
    }

    /** Why an entity is in its state, if the state says so. */
    public static Optional<String> cause(Entity entity) {
        return switch (entity) {
            case User.Suspended suspended -> Optional.of(suspended.cause());
            case Backbone.Failed failed -> Optional.of(failed.cause());
            case InterRouterLink link -> link.health() instanceof Health.Down down ? down.cause() : Optional.empty();
            case TlsCertificate.Failed failed -> Optional.of(failed.cause());
            case TlsCertificate.Revoked revoked -> Optional.of(revoked.cause());
            case Image.Withdrawn withdrawn -> withdrawn.cause();
            case ImageVersion.Withdrawn withdrawn -> withdrawn.cause();
            case Service.Withdrawn withdrawn -> withdrawn.cause();
            case Network.Suspended suspended -> Optional.of(suspended.cause());
            case Network.Failed failed -> Optional.of(failed.cause());
            case Attachment.Rejected rejected -> Optional.of(rejected.cause());
            case MemberSite.Evicted evicted -> Optional.of(evicted.cause());
            case Deployment deployment ->
                deployment.condition() instanceof Deployment.Failed failed
                        ? Optional.of(failed.reason())
                        : Optional.empty();
            case Entity other -> Optional.empty();
        };
    }

    private static UserView user(User user) {
        ObjectMeta meta = user.meta();
        return new UserView(
                meta.name(),
                meta.uid().toString(),
                state(user),
                words(user.roles()),
                names(user.groups()),
                user.quota(),
                cause(user),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    private static SessionView session(StreamKey stream, WebSession session) {
        return new SessionView(
                stream.name().value(),
                session.meta().uid().toString(),
                session.provider(),
                session.meta().createdAt(),
                session.expiresAt());
    }

    private static TokenView token(StreamKey stream, ApiToken token) {
        ObjectMeta meta = token.meta();
        return new TokenView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                words(token.scopes()),
                token.expiresAt(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    private static BackboneView backbone(Backbone backbone) {
        ObjectMeta meta = backbone.meta();
        return new BackboneView(
                meta.name(),
                meta.uid().toString(),
                state(backbone),
                cause(backbone),
                backbone.owners(),
                backbone.offeredTo(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    private static InteriorSiteView site(StreamKey stream, InteriorSite site) {
        ObjectMeta meta = site.meta();
        Optional<Instant> since =
                site instanceof InteriorSite.Deployed deployed ? Optional.of(deployed.since()) : Optional.empty();
        return new InteriorSiteView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                state(site),
                Word.of(site.placement().platform()),
                site.placement().location(),
                site.routerName(),
                since,
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    private static AccessPointView accessPoint(StreamKey stream, AccessPoint point) {
        ObjectMeta meta = point.meta();
        return new AccessPointView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                state(point),
                point.spec().site().value(),
                Word.of(point.spec().use()),
                point.knownAddress(),
                point.spec().offeredTo(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    private static LinkView link(StreamKey stream, InterRouterLink link) {
        ObjectMeta meta = link.meta();
        return new LinkView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                state(link),
                cause(link),
                since(link.health()),
                link.from().value(),
                link.accessPoint().value(),
                link.cost(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    private static Optional<Instant> since(Health health) {
        return switch (health) {
            case Health.Configured configured -> Optional.empty();
            case Health.Up up -> Optional.of(up.since());
            case Health.Down down -> Optional.of(down.since());
        };
    }

    private static AttachmentView attachment(StreamKey stream, NetworkAttachment attachment) {
        ObjectMeta meta = attachment.meta();
        NetworkAttachment.Spec spec = attachment.spec();
        NetworkAttachment.Admission admission = attachment.admission();
        return new AttachmentView(
                meta.uid().toString(),
                stream.name().value(),
                state(attachment),
                spec.network().value(),
                spec.networkUid().toString(),
                spec.vanId(),
                spec.accessPoint().value(),
                spec.port(),
                authority(admission.authority()),
                admission.denied().stream().map(Uid::toString).sorted().toList(),
                admission.ordinal(),
                admission.oldestValid(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    private static AttachmentView.AuthorityView authority(NetworkAttachment.Authority authority) {
        return new AttachmentView.AuthorityView(
                authority.certificate().toString(), authority.fingerprint().hex(), authority.chain());
    }

    /** The view of an access point for those to whom it is offered. */
    public static OfferedAccessPointView offered(StreamKey stream, AccessPoint point) {
        return new OfferedAccessPointView(
                point.meta().uid().toString(),
                point.meta().name(),
                stream.name().value(),
                point.spec().site().value(),
                state(point));
    }

    private static CertificateView certificate(StreamKey stream, TlsCertificate certificate) {
        TlsCertificate.Lineage lineage = certificate.lineage();
        return new CertificateView(
                certificate.meta().uid().toString(),
                stream.toString(),
                state(certificate),
                cause(certificate),
                Word.of(certificate.subject().kind()),
                certificate.subject().name().value(),
                certificate.request().signingRequest(),
                certificate.knownSigned(),
                renewAt(certificate),
                certificate instanceof TlsCertificate.Issued issued ? issued.usedSince() : Optional.empty(),
                lineage.ordinal(),
                lineage.oldestValid(),
                lineage.supersedes().map(Uid::toString),
                lineage.successor().map(Uid::toString),
                certificate.meta().revision(),
                certificate.meta().createdAt());
    }

    /** When the clock asks for the certificate after this one, if nobody has yet. */
    public static Optional<Instant> renewAt(TlsCertificate certificate) {
        return certificate instanceof TlsCertificate.Issued issued
                        && issued.lineage().successor().isEmpty()
                ? Optional.of(issued.signed().renewAt())
                : Optional.empty();
    }

    private static List<String> words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Word::of).sorted().toList();
    }

    static List<String> names(Collection<Name> names) {
        return names.stream().map(Name::value).sorted().toList();
    }
}
