package studio.projection.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import studio.domain.StreamType;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.backbone.Platform;
import studio.domain.backbone.PortRange;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.user.ApiToken;
import studio.domain.user.UserCommand;

/** Histories that touch every table. */
public final class Stories {

    /** Who may everything. */
    public static final Actor ROOT = Actor.user(Name.of("root"), Set.of(Role.ADMINISTRATOR), Set.of());

    private static final List<Name> USERS = names("alice", "bob", "carol", "null");
    private static final List<Name> BACKBONES = names("acme", "globex", "initech");
    private static final List<Name> SITES = names("paris", "rome", "oslo", "lima");
    private static final List<Name> POINTS = names("paris-peer", "rome-peer", "oslo-peer", "members");

    private final Random random;
    private final History history;

    /** A story that the seed decides. */
    public Stories(long seed, History history) {
        this.random = new Random(seed);
        this.history = history;
    }

    private static List<Name> names(String... names) {
        return java.util.Arrays.stream(names).map(Name::of).toList();
    }

    /** The stream of that user. */
    public static StreamKey user(String name) {
        return StreamType.USER.key(Name.of(name));
    }

    /** The stream of that backbone. */
    public static StreamKey backbone(String name) {
        return StreamType.BACKBONE.key(Name.of(name));
    }

    /** So many times something happens, whether they are accepted or not. */
    public List<History.Told> tell(int commands) {
        List<History.Told> told = new ArrayList<>();
        for (int i = 0; i < commands; i++) {
            told.addAll(
                    switch (random.nextInt(8)) {
                        case 0, 1 -> List.of(ofUser());
                        case 2, 3 -> List.of(LibraryStories.tell(random, history));
                        case 4 -> NetworkStories.tell(random, history);
                        default -> List.of(ofBackbone());
                    });
        }
        return told;
    }

    /** A user with a session, a token and a library, a backbone with two linked sites, and a network: something in every table. */
    public List<History.Told> finale() {
        StreamKey user = user("dora");
        Actor dora = Actor.user(user.name(), Set.of(), Set.of());
        Instant later = Instant.parse("2126-01-01T00:00:00Z");
        StreamKey backbone = backbone("umbrella");
        Owners owners = Owners.user(user.name());
        List<History.Told> told = new ArrayList<>(List.of(
                give(ROOT, user, new UserCommand.RegisterUser(Set.of(Role.BACKBONE_OWNER), Set.of())),
                give(Actor.SIGN_IN, user, new UserCommand.SignIn(new Digest("0d".repeat(32)), later, "directory")),
                give(
                        dora,
                        user,
                        new UserCommand.CreateApiToken(
                                Name.of("ci"),
                                Set.of(ApiToken.Scope.READ),
                                new Digest("0e".repeat(32)),
                                Optional.of(later))),
                give(ROOT, backbone, new BackboneCommand.CreateBackbone(owners, Owners.NOBODY)),
                give(
                        dora,
                        backbone,
                        new BackboneCommand.AddInteriorSite(Name.of("east"), Platform.LINUX, Optional.empty())),
                give(
                        dora,
                        backbone,
                        new BackboneCommand.AddInteriorSite(Name.of("west"), Platform.PODMAN, Optional.empty())),
                give(
                        dora,
                        backbone,
                        new BackboneCommand.AddAccessPoint(
                                Name.of("east-peer"),
                                Name.of("east"),
                                AccessPoint.Use.PEER,
                                Owners.NOBODY,
                                Optional.empty())),
                give(
                        dora,
                        backbone,
                        new BackboneCommand.LinkInteriorSites(
                                Name.of("west-east"), Name.of("west"), Name.of("east-peer"), 1)),
                give(
                        dora,
                        backbone,
                        new BackboneCommand.AddAccessPoint(
                                Name.of("east-member"),
                                Name.of("east"),
                                AccessPoint.Use.MEMBER,
                                owners,
                                Optional.of(new AccessPoint.Address("east.example.com", new PortRange(46000, 46009))))),
                give(Actor.BACKBONE_ORCHESTRATOR, backbone, attach("shop", owners)),
                give(
                        Actor.CERT_ORCHESTRATOR,
                        StreamType.AUTHORITY.key(Name.of("root")),
                        new CertificateCommand.RequestCertificate(
                                new CertificateSubject(CertificateSubject.Kind.ROOT, Name.of("root")),
                                Optional.empty()))));
        new LiveNetwork(history, "umbrella", told::add)
                .found(owners, Owners.NOBODY)
                .populate()
                .compose()
                .decide();
        told.addAll(LibraryStories.finale(LibraryStories.library("dora"), history));
        told.forEach(each -> {
            if (!each.outcome().accepted()) {
                throw new IllegalStateException("refused: " + each.outcome());
            }
        });
        return told;
    }

    /** Attaches a network of those owners to the access point east-member. */
    public static BackboneCommand attach(String network, Owners owners) {
        Uid uid = new Uid(UUID.nameUUIDFromBytes(network.getBytes(StandardCharsets.UTF_8)));
        String chain = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        return new BackboneCommand.AttachNetwork(
                Name.of(network),
                uid,
                owners,
                Name.of("east-member"),
                new NetworkAttachment.Authority(uid, new Digest("cd".repeat(32)), chain));
    }

    private History.Told ofUser() {
        Name name = pick(USERS);
        StreamKey stream = StreamType.USER.key(name);
        Actor self = Actor.user(name, Set.of(), Set.of());
        byte[] token = new byte[32];
        random.nextBytes(token);
        Digest hash = Digest.of(token);
        return switch (random.nextInt(12)) {
            case 0, 1 ->
                give(ROOT, stream, new UserCommand.RegisterUser(Set.of(Role.BACKBONE_OWNER), Set.of(Name.of("net"))));
            case 2 ->
                give(
                        ROOT,
                        stream,
                        new UserCommand.ChangeUser(
                                Optional.of(Set.of(pick(List.of(Role.values())))), Optional.empty()));
            case 3 -> give(ROOT, stream, new UserCommand.SuspendUser("left"));
            case 4, 5 -> give(ROOT, stream, new UserCommand.ResumeUser());
            case 6 ->
                random.nextInt(4) == 0
                        ? give(ROOT, stream, new UserCommand.RemoveUser())
                        : give(self, stream, new UserCommand.ChangePassword());
            case 7, 8, 9 ->
                give(
                        Actor.SIGN_IN,
                        stream,
                        new UserCommand.SignIn(hash, Instant.parse("2026-06-01T00:00:00Z"), "directory"));
            case 10 ->
                give(
                        self,
                        stream,
                        new UserCommand.CreateApiToken(
                                Name.of("token-" + random.nextInt(5)),
                                Set.of(ApiToken.Scope.READ),
                                hash,
                                Optional.empty()));
            default -> give(self, stream, new UserCommand.RevokeApiToken(Name.of("token-" + random.nextInt(5))));
        };
    }

    private History.Told ofBackbone() {
        StreamKey stream = StreamType.BACKBONE.key(pick(BACKBONES));
        return random.nextBoolean() ? ofSites(stream) : ofLinks(stream);
    }

    private History.Told ofSites(StreamKey stream) {
        Name site = pick(SITES);
        Owners owners = new Owners(Set.of(pick(USERS)), Set.of(Name.of("net")));
        return switch (random.nextInt(10)) {
            case 0, 1 -> give(ROOT, stream, new BackboneCommand.CreateBackbone(owners, Owners.NOBODY));
            case 2 -> give(ROOT, stream, new BackboneCommand.ChangeBackbone(Optional.of(owners), Optional.of(owners)));
            case 3 ->
                random.nextInt(6) == 0
                        ? give(ROOT, stream, new BackboneCommand.DeleteBackbone(true))
                        : certificate(stream);
            case 4, 5, 6 ->
                give(
                        ROOT,
                        stream,
                        new BackboneCommand.AddInteriorSite(
                                site, pick(List.of(Platform.values())), Optional.of("Haus \"Ω\", 1\\2")));
            case 7 -> give(ROOT, stream, new BackboneCommand.ChangeInteriorSite(site, Optional.empty()));
            case 8 ->
                random.nextInt(3) == 0
                        ? give(ROOT, stream, new BackboneCommand.RemoveInteriorSite(site, true))
                        : certificate(stream);
            default ->
                give(
                        Actor.BACKBONE_ORCHESTRATOR,
                        stream,
                        new BackboneCommand.ReportInteriorSite(
                                site, BackboneCommand.ReportInteriorSite.Sighting.ACTIVE));
        };
    }

    private History.Told ofLinks(StreamKey stream) {
        Name site = pick(SITES);
        Name point = pick(POINTS);
        Name link = Name.of(site + "-" + point);
        return switch (random.nextInt(10)) {
            case 0, 1 ->
                give(
                        ROOT,
                        stream,
                        new BackboneCommand.AddAccessPoint(
                                point,
                                site,
                                point.value().endsWith("peer") ? AccessPoint.Use.PEER : AccessPoint.Use.MEMBER,
                                Owners.NOBODY,
                                Optional.empty()));
            case 2 ->
                give(
                        ROOT,
                        stream,
                        new BackboneCommand.SetAccessPointAddress(
                                point, new AccessPoint.Address("router.example.com", new PortRange(443, 443))));
            case 3 ->
                random.nextInt(3) == 0
                        ? give(ROOT, stream, new BackboneCommand.RemoveAccessPoint(point, true))
                        : certificate(stream);
            case 4, 5 ->
                give(ROOT, stream, new BackboneCommand.LinkInteriorSites(link, site, point, 1 + random.nextInt(9)));
            case 6 ->
                give(
                        Actor.BACKBONE_ORCHESTRATOR,
                        stream,
                        new BackboneCommand.ReportLink(link, random.nextBoolean(), Optional.empty()));
            case 7 -> give(ROOT, stream, new BackboneCommand.UnlinkInteriorSites(link));
            default -> certificate(stream);
        };
    }

    /** The certificate orchestrator does what is asked of it, or fails. */
    private History.Told certificate(StreamKey stream) {
        EntityMap entities = history.entities(stream);
        return entities.list(TlsCertificate.KIND).stream()
                .filter(certificate -> !(certificate instanceof TlsCertificate.Issued))
                .findFirst()
                .map(certificate -> {
                    Instant now = Instant.parse("2026-05-01T00:00:00Z");
                    Command command = random.nextInt(5) == 0
                            ? new CertificateCommand.FailCertificate(
                                    certificate.meta().uid(), "no signer")
                            : new CertificateCommand.RecordCertificate(
                                    certificate.meta().uid(),
                                    new TlsCertificate.Signed(
                                            "0a",
                                            new Digest("ab".repeat(32)),
                                            now,
                                            now.plusSeconds(9),
                                            Optional.empty(),
                                            Optional.empty()));
                    return give(Actor.CERT_ORCHESTRATOR, stream, command);
                })
                .orElseGet(() -> give(ROOT, stream, new BackboneCommand.CreateBackbone(Owners.NOBODY, Owners.NOBODY)));
    }

    private History.Told give(Actor actor, StreamKey stream, Command command) {
        return history.give(actor, stream, command);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
