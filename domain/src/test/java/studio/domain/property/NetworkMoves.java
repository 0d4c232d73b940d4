package studio.domain.property;

import static studio.domain.property.Moves.oneOf;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.AUDITOR;
import static studio.domain.spec.Actors.agent;
import static studio.domain.spec.Actors.names;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.StreamType;
import studio.domain.backbone.Platform;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.Certificates;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.Timer;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Attachment;
import studio.domain.network.AttachmentCommand;
import studio.domain.network.AttachmentCommand.RecordAttachment;
import studio.domain.network.AttachmentCommand.RejectAttachment;
import studio.domain.network.AttachmentCommand.WithdrawAttachment;
import studio.domain.network.CompositionMoves;
import studio.domain.network.DecisionCommand;
import studio.domain.network.EdgeLink;
import studio.domain.network.Endpoint;
import studio.domain.network.Home;
import studio.domain.network.HomeCommand;
import studio.domain.network.HomeCommand.ClaimHome;
import studio.domain.network.HomeCommand.InviteHome;
import studio.domain.network.HomeCommand.PlaceHome;
import studio.domain.network.HomeCommand.ReportHome;
import studio.domain.network.InvitationCommand.ChangeInvitation;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.InvitationCommand.CreateInvitation;
import studio.domain.network.InvitationCommand.ExpireInvitation;
import studio.domain.network.InvitationCommand.ReissueInvitation;
import studio.domain.network.InvitationCommand.RevokeInvitation;
import studio.domain.network.Label;
import studio.domain.network.MemberCommand;
import studio.domain.network.MemberCommand.AbandonJoin;
import studio.domain.network.MemberCommand.ConfirmCleanup;
import studio.domain.network.MemberCommand.EvictSite;
import studio.domain.network.MemberCommand.LeaveNetwork;
import studio.domain.network.MemberCommand.MarkSiteLost;
import studio.domain.network.MemberCommand.PauseSite;
import studio.domain.network.MemberCommand.ReclassifySite;
import studio.domain.network.MemberCommand.RenameSite;
import studio.domain.network.MemberCommand.ReportSite;
import studio.domain.network.MemberCommand.ResumeSite;
import studio.domain.network.MemberCommand.SetAcceptancePolicy;
import studio.domain.network.MemberInvitation;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkCommand.ActivateNetwork;
import studio.domain.network.NetworkCommand.ChangeNetwork;
import studio.domain.network.NetworkCommand.CreateNetwork;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.domain.network.NetworkCommand.ExpireNetwork;
import studio.domain.network.NetworkCommand.PurgeNetwork;
import studio.domain.network.NetworkCommand.ResumeNetwork;
import studio.domain.network.NetworkCommand.SuspendNetwork;
import studio.domain.network.NetworkEvent;
import studio.domain.network.Schedule;
import studio.domain.network.ServiceLink;
import studio.domain.network.SiteClassCommand.AddSiteClass;
import studio.domain.network.SiteClassCommand.ChangeSiteClass;
import studio.domain.network.SiteClassCommand.RemoveSiteClass;
import studio.domain.spec.Actors;
import studio.domain.spec.LiveStream;

/** What may happen to a network, its members and its application; few names, so that they meet. */
final class NetworkMoves implements Moves<NetworkCommand, NetworkEvent> {

    private static final Actor OWNER = Actors.user("nora", Set.of(Role.NETWORK_OWNER), "shopkeepers");
    private static final List<Owners> OWNERS =
            List.of(new Owners(names("nora"), Set.of()), new Owners(Set.of(), names("shopkeepers")), Owners.NOBODY);
    private static final List<Name> POINTS = List.of(Name.of("east"), Name.of("west"), Name.of("north"));
    private static final List<Name> CLASSES = List.of(Name.of("gold"), Name.of("silver"));
    private static final List<Name> INVITATIONS = List.of(Name.of("stores"), Name.of("cellars"));
    private static final List<Name> SITES = List.of(Name.of("athens"), Name.of("bern"), Name.of("cairo"));
    private static final List<Digest> DIGESTS = Stream.of("a", "b", "c", "d", "e")
            .map(digit -> new Digest(digit.repeat(64)))
            .toList();
    private static final List<String> TEXTS = List.of("this", "that", "two\nlines");
    private static final int FEW_ENDPOINTS = 3;
    private static final Uid NONE = new Uid(new UUID(0, 0));

    @Override
    public StreamType<NetworkCommand, NetworkEvent> type() {
        return StreamType.NETWORK;
    }

    @Override
    public String stream() {
        return "shop";
    }

    /** Joining takes an hour at most, so hours have to pass. */
    @Override
    public Duration pause(int number) {
        return number % 16 == 0 ? Duration.ofMinutes(25) : Duration.ofMillis(number & 1);
    }

    @Override
    public NetworkCommand command(RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        Entities entities = stream.entities();
        boolean gone = entities.list(Network.KIND).stream().allMatch(Network.Deleted.class::isInstance);
        if (gone && random.nextInt(8) > 0) {
            return create(random, stream);
        }
        // Rarely the network itself: its end is everybody's, and most things happen to those that live long.
        if (random.nextInt(25) == 0) {
            return ofNetwork(random, stream);
        }
        if (random.nextInt(3) == 0) {
            return composition(random, entities);
        }
        return switch (random.nextInt(16)) {
            case 0 -> byClock(random, stream);
            case 1 -> ofAttachment(random, entities);
            case 2 -> ofHome(random);
            case 3 -> ofClass(random);
            case 4, 5 -> ofInvitation(random, stream);
            case 6, 7, 8 -> claim(random, stream);
            case 9, 10 -> named(random, entities);
            case 11, 12 -> known(random, stream);
            default -> certificate(random, stream);
        };
    }

    private static NetworkCommand composition(RandomGenerator random, Entities entities) {
        CompositionMoves moves = new CompositionMoves(random, entities);
        // What sites say matters most where there is something to be said.
        if (entities.list(Endpoint.KIND).size() < FEW_ENDPOINTS && random.nextInt(3) > 0) {
            return moves.endpoint();
        }
        if (entities.list(ServiceLink.KIND).isEmpty() && random.nextBoolean()) {
            return moves.link();
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> moves.endpoint();
            case 2, 3 -> moves.link();
            default -> moves.said(uid(random, entities, MemberSite.KIND));
        };
    }

    private static CreateNetwork create(RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        return new CreateNetwork(
                oneOf(random, OWNERS),
                oneOf(random, OWNERS),
                Name.of("acme"),
                some(random, POINTS),
                schedule(random, stream));
    }

    private static Schedule schedule(RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        Optional<Instant> start = Optional.of(stream.now().plus(Duration.ofMinutes(random.nextInt(-1, 30))))
                .filter(time -> random.nextInt(4) == 0);
        Optional<Instant> end = Optional.of(stream.now().plus(Duration.ofHours(random.nextInt(0, 6))))
                .filter(time -> random.nextInt(3) == 0);
        return new Schedule(start, end, random.nextInt(-1, 4) * 1_000L);
    }

    private static NetworkCommand ofNetwork(RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        return switch (random.nextInt(14)) {
            case 0 -> create(random, stream);
            case 1, 2 ->
                new ChangeNetwork(
                        maybe(random, oneOf(random, OWNERS)),
                        maybe(random, oneOf(random, OWNERS)),
                        maybe(random, some(random, POINTS)),
                        maybe(random, schedule(random, stream)));
            case 3, 4, 5 -> new SuspendNetwork(oneOf(random, TEXTS));
            case 6, 7, 8, 9 -> new ResumeNetwork();
            case 10, 11, 12 -> new DeleteNetwork(false);
            default -> new DeleteNetwork(true);
        };
    }

    /** Mostly what the clock owes to somebody. */
    private static NetworkCommand byClock(RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        List<NetworkCommand> due = stream.entities().asMap().values().stream()
                .flatMap(entity -> stream.type().decider().timers(entity).stream())
                .filter(timer -> !timer.due().isAfter(stream.now()))
                .map(Timer::command)
                .map(NetworkCommand.class::cast)
                .toList();
        return due.isEmpty() || random.nextInt(4) == 0
                ? oneOf(
                        random,
                        List.of(
                                new ActivateNetwork(),
                                new ExpireNetwork(),
                                new PurgeNetwork(),
                                new ExpireInvitation(oneOf(random, INVITATIONS)),
                                new AbandonJoin(uid(random, stream.entities(), MemberSite.KIND))))
                : oneOf(random, due);
    }

    private static NetworkCommand ofAttachment(RandomGenerator random, Entities entities) {
        Name point = name(random, entities, Attachment.KIND, POINTS);
        Uid network = uid(random, entities, Network.KIND);
        return switch (random.nextInt(6)) {
            case 0 -> new RejectAttachment(point, network, oneOf(random, TEXTS));
            case 1 -> new WithdrawAttachment(point, network);
            default ->
                new RecordAttachment(
                        point,
                        network,
                        new Attachment.Endpoint(
                                NONE,
                                NONE,
                                oneOf(random, List.of("a.example", "b.example", "10.0.0.1")),
                                7_001,
                                Certificates.chain("CA")));
        };
    }

    private static NetworkCommand ofHome(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new PlaceHome(Home.Placement.MANAGED);
            case 2 -> new PlaceHome(Home.Placement.OWN);
            case 3, 4 -> new InviteHome(oneOf(random, DIGESTS));
            case 5, 6 ->
                new ClaimHome(oneOf(random, DIGESTS), oneOf(random, DIGESTS), Certificates.signingRequest("H"));
            default -> new ReportHome(oneOf(random, List.of(Home.Reach.values())));
        };
    }

    private static NetworkCommand ofClass(RandomGenerator random) {
        Name siteClass = oneOf(random, CLASSES);
        AcceptancePolicy.Mode policy = oneOf(random, List.of(AcceptancePolicy.Mode.values()));
        return switch (random.nextInt(5)) {
            case 0, 1, 2 -> new AddSiteClass(siteClass, labels(random), policy);
            case 3 -> new ChangeSiteClass(siteClass, maybe(random, labels(random)), maybe(random, policy));
            default -> new RemoveSiteClass(siteClass, random.nextBoolean());
        };
    }

    private static NetworkCommand ofInvitation(
            RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        Name invitation = oneOf(random, INVITATIONS);
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> new CreateInvitation(invitation, terms(random, stream), links(random));
            case 4, 5 ->
                new ChangeInvitation(invitation, maybe(random, terms(random, stream)), maybe(random, links(random)));
            case 6 -> new RevokeInvitation(invitation);
            default -> new ReissueInvitation(invitation, oneOf(random, DIGESTS), random.nextInt(4) == 0);
        };
    }

    private static MemberInvitation.Terms terms(
            RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        return new MemberInvitation.Terms(
                random.nextInt(3) == 0 ? some(random, CLASSES) : Set.of(),
                Optional.of(stream.now().plus(Duration.ofHours(random.nextInt(0, 4))))
                        .filter(time -> random.nextInt(3) == 0),
                Optional.of(random.nextLong(0, 4)).filter(limit -> random.nextBoolean()),
                maybe(random, oneOf(random, SITES)),
                random.nextBoolean(),
                random.nextInt(4) == 0 ? names("owner") : Set.of(),
                random.nextBoolean());
    }

    private static List<EdgeLink.Wanted> links(RandomGenerator random) {
        return some(random, POINTS).stream()
                .sorted()
                .filter(point -> random.nextBoolean())
                .map(point -> new EdgeLink.Wanted(point, random.nextInt(4)))
                .toList();
    }

    private static NetworkCommand claim(RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        Digest key = oneOf(random, DIGESTS);
        List<MemberInvitation> invitations = stream.entities().list(MemberInvitation.KIND);
        Name invitation = name(random, stream.entities(), MemberInvitation.KIND, INVITATIONS);
        List<Digest> tokens = invitations.stream()
                .filter(there -> there.meta().name().equals(invitation.value()))
                .flatMap(there -> there.spec().tokenHashes().stream())
                .toList();
        return new ClaimInvitation(
                invitation,
                oneOf(random, tokens.isEmpty() || random.nextInt(8) == 0 ? DIGESTS : tokens),
                maybe(random, oneOf(random, SITES)),
                key,
                Certificates.signingRequest("K"),
                oneOf(random, List.of(Platform.values())),
                labels(random),
                policy(random, stream));
    }

    private static AcceptancePolicy policy(RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        return switch (random.nextInt(8)) {
            case 0 ->
                new AcceptancePolicy(
                        AcceptancePolicy.Mode.ACCEPT_ALL,
                        Optional.of(stream.now().plus(Duration.ofHours(random.nextInt(2)))));
            case 1, 2 -> AcceptancePolicy.ACCEPT_ALL;
            default -> AcceptancePolicy.ASK;
        };
    }

    private static NetworkCommand named(RandomGenerator random, Entities entities) {
        Name site = name(random, entities, MemberSite.KIND, SITES);
        return switch (random.nextInt(10)) {
            case 0, 1 -> new RenameSite(site, oneOf(random, SITES));
            case 2, 3, 4 -> new ReclassifySite(site, random.nextBoolean() ? some(random, CLASSES) : Set.of());
            case 5, 6 -> new PauseSite(site);
            case 7, 8 -> new ResumeSite(site);
            default -> new EvictSite(site, oneOf(random, TEXTS));
        };
    }

    private static NetworkCommand known(RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        Uid site = uid(random, stream.entities(), MemberSite.KIND);
        return switch (random.nextInt(10)) {
            case 0 -> new LeaveNetwork(site);
            case 1 -> new ConfirmCleanup(site);
            case 2, 3 -> new SetAcceptancePolicy(site, policy(random, stream));
            case 4, 5 -> new MarkSiteLost(site);
            default -> new ReportSite(site, random.nextLong(1, 20), List.of());
        };
    }

    /** Most things happen to those who have a certificate, so whoever waits for one soon has it. */
    private static NetworkCommand certificate(RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        Optional<CertificateCommand> issue = CertificateMoves.issue(random, stream);
        return issue.isPresent() && random.nextInt(3) > 0 ? issue.get() : anyCertificate(random, stream);
    }

    private static NetworkCommand anyCertificate(
            RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        Uid site = uid(random, stream.entities(), MemberSite.KIND);
        Uid home = uid(random, stream.entities(), Home.KIND);
        return CertificateMoves.command(
                random,
                stream,
                List.of(
                        new CertificateSubject(CertificateSubject.Kind.NETWORK_CA, Name.of("shop")),
                        new CertificateSubject(CertificateSubject.Kind.NETWORK_HOME, Name.of(home.toString())),
                        new CertificateSubject(CertificateSubject.Kind.MEMBER_SITE, Name.of(site.toString())),
                        new CertificateSubject(CertificateSubject.Kind.INTERIOR_CA, Name.of("shop"))));
    }

    private static Set<Label> labels(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Set.of();
            case 1 -> Set.of(new Label("owner", oneOf(random, TEXTS)));
            default -> Set.of(new Label("owner", "this"), new Label("floor", "2"));
        };
    }

    private static <T> Optional<T> maybe(RandomGenerator random, T value) {
        return Optional.of(value).filter(present -> random.nextBoolean());
    }

    /** One or two of these. */
    private static Set<Name> some(RandomGenerator random, List<Name> names) {
        return Stream.of(oneOf(random, names), oneOf(random, names)).collect(Collectors.toUnmodifiableSet());
    }

    /** Mostly the name of something that there is. */
    private static Name name(RandomGenerator random, Entities entities, Kind<?> kind, List<Name> names) {
        List<Name> present = entities.list(kind).stream()
                .map(entity -> Name.of(entity.meta().name()))
                .toList();
        return oneOf(random, present.isEmpty() || random.nextInt(8) == 0 ? names : present);
    }

    /** Mostly the uid of something that there is. */
    private static Uid uid(RandomGenerator random, Entities entities, Kind<? extends Entity> kind) {
        List<Uid> present =
                entities.list(kind).stream().map(entity -> entity.meta().uid()).toList();
        return present.isEmpty() || random.nextInt(16) == 0 ? NONE : oneOf(random, present);
    }

    @Override
    public Actor giver(NetworkCommand command, LiveStream<NetworkCommand, NetworkEvent> stream) {
        return switch (command) {
            case ActivateNetwork c -> Actor.TIMER;
            case ExpireNetwork c -> Actor.TIMER;
            case PurgeNetwork c -> Actor.TIMER;
            case ExpireInvitation c -> Actor.TIMER;
            case AbandonJoin c -> Actor.TIMER;
            case ClaimInvitation c -> Actor.CLAIMS;
            case ClaimHome c -> Actor.CLAIMS;
            case ReportHome c -> Actor.BACKBONE_ORCHESTRATOR;
            case HomeCommand c -> OWNER;
            case AttachmentCommand c -> Actor.BACKBONE_ORCHESTRATOR;
            case MarkSiteLost c -> home(stream);
            case ConfirmCleanup c -> OWNER;
            case MemberCommand.Known c -> agent(c.uid());
            case DecisionCommand c -> agent(c.site());
            case CertificateCommand c -> CertificateMoves.giver(c);
            case NetworkCommand c -> OWNER;
        };
    }

    private static Actor home(LiveStream<NetworkCommand, NetworkEvent> stream) {
        return stream.entities().list(Home.KIND).stream()
                .map(home -> new Actor(Actor.Type.HOME, home.meta().uid().toString(), Set.of(), Set.of()))
                .findFirst()
                .orElse(OWNER);
    }

    @Override
    public Actor anybody(RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        List<Actor> known = List.of(
                BackboneMoves.STRANGER,
                OWNER,
                ADMIN,
                AUDITOR,
                home(stream),
                Actor.CLAIMS,
                Actor.CERT_ORCHESTRATOR,
                Actor.BACKBONE_ORCHESTRATOR,
                Actor.TIMER,
                Actor.SIGN_IN);
        Stream<Actor> agents = stream.entities().list(MemberSite.KIND).stream()
                .map(site -> agent(site.meta().uid()));
        return oneOf(random, Stream.concat(known.stream(), agents).toList());
    }
}
