package studio.domain.property;

import static studio.domain.property.Moves.oneOf;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.AUDITOR;
import static studio.domain.spec.Actors.GROUP_OWNER;
import static studio.domain.spec.Actors.OWNER;
import static studio.domain.spec.Actors.agent;
import static studio.domain.spec.Actors.names;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import studio.domain.StreamType;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.AccessPoint.Address;
import studio.domain.backbone.AccessPoint.Use;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.AddAccessPoint;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.AdmitHome;
import studio.domain.backbone.BackboneCommand.AllowMember;
import studio.domain.backbone.BackboneCommand.AttachNetwork;
import studio.domain.backbone.BackboneCommand.ChangeAccessPoint;
import studio.domain.backbone.BackboneCommand.ChangeAttachment;
import studio.domain.backbone.BackboneCommand.ChangeBackbone;
import studio.domain.backbone.BackboneCommand.ChangeInteriorSite;
import studio.domain.backbone.BackboneCommand.ChangeLinkCost;
import studio.domain.backbone.BackboneCommand.ClaimInteriorSite;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.backbone.BackboneCommand.DeleteBackbone;
import studio.domain.backbone.BackboneCommand.DenyMember;
import studio.domain.backbone.BackboneCommand.InviteInteriorSite;
import studio.domain.backbone.BackboneCommand.LinkInteriorSites;
import studio.domain.backbone.BackboneCommand.RecordAttachmentReady;
import studio.domain.backbone.BackboneCommand.ReleaseAttachment;
import studio.domain.backbone.BackboneCommand.RemoveAccessPoint;
import studio.domain.backbone.BackboneCommand.RemoveInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite.Sighting;
import studio.domain.backbone.BackboneCommand.ReportLink;
import studio.domain.backbone.BackboneCommand.SetAccessPointAddress;
import studio.domain.backbone.BackboneCommand.UnlinkInteriorSites;
import studio.domain.backbone.BackboneEvent;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.backbone.Platform;
import studio.domain.backbone.PortRange;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.Certificates;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Uid;
import studio.domain.spec.Actors;
import studio.domain.spec.LiveStream;

/** What may happen to a backbone; few names, so that they meet. */
final class BackboneMoves implements Moves<BackboneCommand, BackboneEvent> {

    /** Has no role and owns nothing. */
    static final Actor STRANGER = Actors.user("eve", Set.of(), "others");

    private static final List<Name> SITES = List.of(Name.of("athens"), Name.of("bern"), Name.of("cairo"));
    private static final List<Name> POINTS = List.of(Name.of("in"), Name.of("out"), Name.of("side"), Name.of("top"));
    private static final List<Name> LINKS = List.of(Name.of("left"), Name.of("right"), Name.of("up"));
    private static final List<Owners> OWNERS =
            List.of(new Owners(names("alice"), names("netops")), new Owners(Set.of(), names("netops")), Owners.NOBODY);
    private static final List<Uid> NETWORKS =
            Stream.of(1, 2, 3).map(i -> new Uid(new UUID(0, i))).toList();
    private static final List<String> TEXTS = List.of("here", "there", "elsewhere", "two\nlines");
    private static final List<String> HOSTS = List.of("a.example", "b.example", "c.example", "10.0.0.1");

    @Override
    public StreamType<BackboneCommand, BackboneEvent> type() {
        return StreamType.BACKBONE;
    }

    @Override
    public String stream() {
        return "acme";
    }

    @Override
    public BackboneCommand command(RandomGenerator random, LiveStream<BackboneCommand, BackboneEvent> stream) {
        boolean gone = stream.entities().list(Backbone.KIND).stream().allMatch(Backbone.Deleted.class::isInstance);
        if (gone && random.nextInt(4) > 0) {
            return new CreateBackbone(oneOf(random, OWNERS), oneOf(random, OWNERS));
        }
        // Rarely the backbone itself: its end is everybody's, and most things happen to those that live long.
        if (random.nextInt(40) == 0) {
            return ofBackbone(random);
        }
        return switch (random.nextInt(9)) {
            case 0, 1 -> ofSite(random, stream.entities());
            case 2 -> ofAccessPoint(random, stream.entities());
            case 3, 4 -> ofLink(random, stream.entities());
            case 5, 6 -> ofAttachment(random, stream.entities());
            default -> ofCertificate(random, stream);
        };
    }

    private static BackboneCommand ofBackbone(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> new CreateBackbone(oneOf(random, OWNERS), oneOf(random, OWNERS));
            case 1, 2 -> new ChangeBackbone(Optional.of(oneOf(random, OWNERS)), Optional.of(oneOf(random, OWNERS)));
            case 3, 4 -> new DeleteBackbone(false, random.nextBoolean());
            default -> new DeleteBackbone(true, random.nextBoolean());
        };
    }

    private static BackboneCommand ofSite(RandomGenerator random, Entities entities) {
        Name site = known(random, entities, InteriorSite.KIND, SITES);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 ->
                new AddInteriorSite(oneOf(random, SITES), oneOf(random, List.of(Platform.values())), text(random));
            case 3, 4 -> new ChangeInteriorSite(site, text(random));
            case 6 -> new InviteInteriorSite(site, oneOf(random, MemberMoves.DIGESTS));
            case 7 -> claim(site, random);
            case 5 -> new RemoveInteriorSite(site, random.nextInt(4) == 0, random.nextBoolean());
            default -> new ReportInteriorSite(site, oneOf(random, List.of(Sighting.values())));
        };
    }

    private static BackboneCommand claim(Name site, RandomGenerator random) {
        return new ClaimInteriorSite(
                site,
                oneOf(random, MemberMoves.DIGESTS),
                oneOf(random, MemberMoves.DIGESTS),
                Certificates.signingRequest(oneOf(random, List.of("A", "B", "?"))));
    }

    private static BackboneCommand ofAccessPoint(RandomGenerator random, Entities entities) {
        Name site = known(random, entities, InteriorSite.KIND, SITES);
        Name point = known(random, entities, AccessPoint.KIND, POINTS);
        return switch (random.nextInt(8)) {
            case 0, 1 -> new AddAccessPoint(oneOf(random, POINTS), site, use(random), offer(random), Optional.empty());
            case 2 ->
                new AddAccessPoint(
                        oneOf(random, POINTS), site, use(random), offer(random), Optional.of(address(random)));
            case 3, 4, 5 -> new SetAccessPointAddress(point, address(random));
            case 6 -> new ChangeAccessPoint(point, oneOf(random, OWNERS));
            default -> new RemoveAccessPoint(point, random.nextBoolean());
        };
    }

    private static BackboneCommand ofLink(RandomGenerator random, Entities entities) {
        Name link = known(random, entities, InterRouterLink.KIND, LINKS);
        return switch (random.nextInt(6)) {
            case 0, 1 ->
                new LinkInteriorSites(
                        oneOf(random, LINKS),
                        known(random, entities, InteriorSite.KIND, SITES),
                        known(random, entities, AccessPoint.KIND, POINTS),
                        random.nextInt(1002));
            case 2 -> new ChangeLinkCost(link, random.nextInt(1002));
            case 3, 4 -> new ReportLink(link, random.nextBoolean(), text(random));
            default -> new UnlinkInteriorSites(link);
        };
    }

    private static BackboneCommand ofAttachment(RandomGenerator random, Entities entities) {
        List<Uid> uids = Stream.concat(
                        entities.list(NetworkAttachment.KIND).stream()
                                .map(attachment -> attachment.meta().uid()),
                        Stream.of(NETWORKS.getFirst()))
                .toList();
        Uid attachment = oneOf(random, uids);
        return switch (random.nextInt(11)) {
            case 0, 1, 2, 3 ->
                new AttachNetwork(
                        Name.of("net"),
                        oneOf(random, NETWORKS),
                        oneOf(random, OWNERS),
                        oneOf(random, memberPoints(entities)),
                        authority(random));
            case 4 -> new ChangeAttachment(attachment, authority(random));
            case 5 -> new RecordAttachmentReady(attachment);
            case 6, 7 -> new DenyMember(attachment, NETWORKS.getFirst());
            case 8 -> new AllowMember(attachment, NETWORKS.getFirst());
            case 9 -> new AdmitHome(attachment, oneOf(random, NETWORKS));
            default -> new ReleaseAttachment(attachment);
        };
    }

    private static List<Name> memberPoints(Entities entities) {
        List<Name> points = entities.list(AccessPoint.KIND).stream()
                .filter(point -> point.spec().use() == Use.MEMBER)
                .map(point -> Name.of(point.meta().name()))
                .toList();
        return points.isEmpty() ? POINTS : points;
    }

    private static NetworkAttachment.Authority authority(RandomGenerator random) {
        String text = oneOf(random, List.of("A", "A", "B", "?"));
        return new NetworkAttachment.Authority(
                NETWORKS.getFirst(), new Digest("cd".repeat(32)), Certificates.chain(text));
    }

    /** Mostly the name of something that there is. */
    private static Name known(RandomGenerator random, Entities entities, Kind<?> kind, List<Name> names) {
        List<Name> present = entities.list(kind).stream()
                .map(entity -> Name.of(entity.meta().name()))
                .toList();
        return oneOf(random, present.isEmpty() || random.nextInt(8) == 0 ? names : present);
    }

    private static BackboneCommand ofCertificate(
            RandomGenerator random, LiveStream<BackboneCommand, BackboneEvent> stream) {
        CertificateSubject site = new CertificateSubject(
                CertificateSubject.Kind.INTERIOR_SITE, known(random, stream.entities(), InteriorSite.KIND, SITES));
        CertificateSubject point = new CertificateSubject(
                CertificateSubject.Kind.ACCESS_POINT, known(random, stream.entities(), AccessPoint.KIND, POINTS));
        return CertificateMoves.command(random, stream, List.of(site, point));
    }

    private static Use use(RandomGenerator random) {
        return oneOf(random, List.of(Use.PEER, Use.PEER, Use.PEER, Use.PEER, Use.MEMBER, Use.MEMBER, Use.MANAGE));
    }

    private static Owners offer(RandomGenerator random) {
        return random.nextInt(4) > 0 ? Owners.NOBODY : oneOf(random, OWNERS);
    }

    private static Address address(RandomGenerator random) {
        int from = 5_000 + random.nextInt(20);
        return new Address(oneOf(random, HOSTS), new PortRange(from, from + (random.nextInt(4) == 0 ? 3 : 0)));
    }

    private static Optional<String> text(RandomGenerator random) {
        return Optional.of(oneOf(random, TEXTS)).filter(text -> random.nextBoolean());
    }

    @Override
    public Actor giver(BackboneCommand command, LiveStream<BackboneCommand, BackboneEvent> stream) {
        return switch (command) {
            case CertificateCommand c -> CertificateMoves.giver(c);
            case ReportInteriorSite c -> Actor.BACKBONE_ORCHESTRATOR;
            case ClaimInteriorSite c -> Actor.CLAIMS;
            case ReportLink c -> Actor.BACKBONE_ORCHESTRATOR;
            case AttachNetwork c -> Actor.BACKBONE_ORCHESTRATOR;
            case BackboneCommand.OfAttachment c -> Actor.BACKBONE_ORCHESTRATOR;
            case CreateBackbone c -> OWNER;
            case BackboneCommand c -> GROUP_OWNER;
        };
    }

    @Override
    public Actor anybody(RandomGenerator random, LiveStream<BackboneCommand, BackboneEvent> stream) {
        List<Actor> known = List.of(
                STRANGER, OWNER, GROUP_OWNER, ADMIN, AUDITOR, Actor.CERT_ORCHESTRATOR, Actor.TIMER, Actor.SIGN_IN);
        Stream<Actor> agents = stream.entities().list(InteriorSite.KIND).stream()
                .map(site -> agent(site.meta().uid()));
        return oneOf(random, Stream.concat(known.stream(), agents).toList());
    }
}
