package studio.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.domain.StreamType;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.backbone.Platform;
import studio.domain.backbone.PortRange;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;
import studio.domain.library.ArchiveUrl;
import studio.domain.library.Artifacts;
import studio.domain.library.ContainerReference;
import studio.domain.library.EnvVariable;
import studio.domain.library.Image;
import studio.domain.library.ImageContent;
import studio.domain.library.ImageVersion;
import studio.domain.library.Library;
import studio.domain.library.OfferedService;
import studio.domain.library.RequiredService;
import studio.domain.library.Resources;
import studio.domain.library.Service;
import studio.domain.library.ServiceName;
import studio.domain.library.ServiceScope;
import studio.domain.library.VersionName;
import studio.domain.network.Allocation;
import studio.domain.network.Endpoint;
import studio.domain.network.Group;
import studio.domain.network.Slot;
import studio.domain.network.Versions;
import studio.domain.user.ApiToken;
import studio.domain.user.Quota;
import studio.domain.user.User;
import studio.domain.user.WebSession;
import studio.testkit.sample.Samples;

class EntityJsonTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final Uid UID = Uid.parse("019c1234-5678-7abc-8def-0123456789ab");
    private static final ObjectMeta META = new ObjectMeta("paris", UID, 7, NOW, NOW);
    private static final ObjectMeta CERTIFICATE = new ObjectMeta(UID.toString(), UID, 7, NOW, NOW);
    private static final Digest HASH = new Digest("ab".repeat(32));
    private static final Name PARIS = Name.of("paris");
    private static final VersionName VERSION = VersionName.of("1.4");
    private static final int SAMPLES = 20;
    private static final Owners OWNERS = new Owners(Set.of(PARIS, Name.of("alice")), Set.of());

    static Stream<Entity> entities() {
        InteriorSite.Placement placement = new InteriorSite.Placement(Platform.LINUX, Optional.of("Paris"));
        AccessPoint.Spec spec = new AccessPoint.Spec(PARIS, AccessPoint.Use.MEMBER, OWNERS);
        TlsCertificate.Request request = new TlsCertificate.Request(
                new CertificateSubject(CertificateSubject.Kind.INTERIOR_CA, PARIS),
                Optional.of("request"),
                new TlsCertificate.Lineage(2, 1, Optional.of(UID), Optional.empty()));
        TlsCertificate.Signed signed =
                new TlsCertificate.Signed("0a", HASH, NOW, NOW, Optional.of(UID), Optional.of("chain"));
        AccessPoint.Address address = new AccessPoint.Address("paris.example.net", new PortRange(1, 9));
        return Stream.of(
                new User.Active(META, Set.of(Role.ADMINISTRATOR, Role.AUDITOR), Set.of(PARIS), new Quota(1, 2, 3, 4)),
                new User.Suspended(META, Set.of(), Set.of(), Quota.DEFAULT, "left"),
                new User.Removed(META),
                new WebSession(META, HASH, NOW, "directory"),
                new ApiToken(META, Set.of(ApiToken.Scope.READ), HASH, Optional.empty()),
                new ApiToken(META, Set.of(ApiToken.Scope.WRITE), HASH, Optional.of(NOW)),
                new Backbone.Requested(META, OWNERS, Owners.NOBODY),
                new Backbone.Failed(META, OWNERS, OWNERS, "no signer"),
                new Backbone.Deleted(META, OWNERS),
                new InteriorSite.Ready(META, placement, InteriorSite.Deployment.AUTOMATIC),
                new InteriorSite.Deployed(META, placement, InteriorSite.Reach.LOST, NOW),
                new AccessPoint.Partial(META, spec),
                new AccessPoint.Ready(META, spec, address),
                new InterRouterLink(META, PARIS, PARIS, 3, new InterRouterLink.Health.Configured()),
                new InterRouterLink(
                        META, PARIS, PARIS, 3, new InterRouterLink.Health.Down(NOW, Optional.of("refused"))),
                new NetworkAttachment.Draining(
                        CERTIFICATE,
                        new NetworkAttachment.Spec(PARIS, UID, PARIS, 46_000),
                        new NetworkAttachment.Admission(
                                new NetworkAttachment.Authority(UID, HASH, "chain"),
                                Optional.of(UID),
                                Set.of(UID),
                                3,
                                2)),
                new TlsCertificate.Requested(CERTIFICATE, request),
                new TlsCertificate.Failed(CERTIFICATE, request, "no issuer"),
                new TlsCertificate.Issued(CERTIFICATE, request, signed, Optional.of(NOW)),
                new TlsCertificate.Issued(CERTIFICATE, request, signed, Optional.empty()),
                new TlsCertificate.Superseded(CERTIFICATE, request, signed, NOW),
                new TlsCertificate.Revoked(CERTIFICATE, request, signed, "lost"),
                new TlsCertificate.Expired(CERTIFICATE, request, signed),
                new Library(META, OWNERS, 3, 0),
                new Image.Published(META, new Image.Versions(2, 1, Optional.of(VERSION))),
                new Image.Withdrawn(META, new Image.Versions(0, 0, Optional.empty()), Optional.empty()),
                new ImageVersion.Published(
                        META, new ImageVersion.Release(PARIS, VERSION, 1, Optional.empty(), content(), HASH)),
                new ImageVersion.Withdrawn(
                        META,
                        new ImageVersion.Release(PARIS, VERSION, 2, Optional.of(VERSION), content(), HASH),
                        Optional.of("unsafe")),
                new Service.Published(META, new Service.Spec(Service.Protocol.HTTP2, 443)),
                new Service.Withdrawn(META, new Service.Spec(Service.Protocol.TCP, 1), Optional.of("unsafe")));
    }

    /** Every state of every kind of entity, and of all that is sealed within, as odd as the types allow. */
    static Stream<Entity> networkEntities() {
        Samples samples = Samples.of(7)
                .teach(ObjectMeta.class, each -> {
                    String name = each.next(Name.class).value();
                    return new ObjectMeta(
                            name, each.next(Uid.class), each.next(Long.class), each.next(Instant.class), NOW);
                })
                .teach(
                        Endpoint.Process.class,
                        each -> new Endpoint.Process(
                                each.next(ObjectMeta.class),
                                each.next(Allocation.class),
                                versions(each, Group.OfProcess.class)))
                .teach(
                        Endpoint.Ingress.class,
                        each -> new Endpoint.Ingress(
                                each.next(ObjectMeta.class),
                                each.next(Allocation.class),
                                versions(each, Group.OfIngress.class),
                                List.of(each.next(Slot.class), each.next(Slot.class))))
                .teach(
                        Endpoint.Egress.class,
                        each -> new Endpoint.Egress(
                                each.next(ObjectMeta.class),
                                each.next(Allocation.class),
                                versions(each, Group.OfEgress.class)));
        return StreamType.NETWORK.kinds().stream()
                .flatMap(kind -> StreamType.records(kind.type()).stream())
                .flatMap(state ->
                        Stream.generate(() -> (Entity) samples.next(state)).limit(SAMPLES));
    }

    private static <G extends Group> Versions<G> versions(Samples samples, Class<G> type) {
        return new Versions<>(version(samples, type), List.of(version(samples, type), version(samples, type)));
    }

    private static <G extends Group> Versions.Version<G> version(Samples samples, Class<G> type) {
        G group = samples.next(type);
        return new Versions.Version<>(group.digest(), group, samples.next(Long.class), samples.next(Long.class));
    }

    private static ImageContent content() {
        ContainerReference container = new ContainerReference("quay.io/acme/web:latest");
        return new ImageContent(
                true,
                new Artifacts(
                        Optional.of(container),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Artifacts.Archive(
                                new ArchiveUrl("https://example.com/a.tgz"), HASH, List.of("bin/a", "")))),
                List.of(new EnvVariable("A", "x\ny")),
                Set.of(443, 80),
                new Resources(Optional.of(250), Optional.empty()),
                List.of(new OfferedService(ServiceName.parse("acme/web"), 80, ServiceScope.SITE_CLASS)),
                List.of(new RequiredService(ServiceName.parse("acme/db"), Name.of("db"), 5432, true)));
    }

    @ParameterizedTest
    @MethodSource({"entities", "networkEntities"})
    void shouldGiveBackTheSameEntityFromCbor(Entity entity) {
        assertThat(EntityJson.fromCbor(entity.key(), EntityJson.toCbor(entity))).isEqualTo(entity);
    }

    @Test
    void shouldWriteTheSameSetAlwaysTheSameWay() {
        Owners owners = new Owners(Set.of(Name.of("c"), Name.of("a"), Name.of("b")), Set.of());

        assertThat(StudioJson.json().valueToTree(owners).toString())
                .isEqualTo("{\"users\":[\"a\",\"b\",\"c\"],\"groups\":[]}");
    }

    @ParameterizedTest
    @MethodSource({"entities", "networkEntities"})
    void shouldGiveBackTheSameEntityFromJson(Entity entity) {
        assertThat(EntityJson.fromJson(entity.key(), EntityJson.toJson(entity))).isEqualTo(entity);
    }
}
