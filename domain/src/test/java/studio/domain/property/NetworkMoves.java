package studio.domain.property;

import static studio.domain.property.Moves.oneOf;
import static studio.domain.property.Picks.maybe;
import static studio.domain.property.Picks.name;
import static studio.domain.property.Picks.some;
import static studio.domain.property.Picks.uid;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.AUDITOR;
import static studio.domain.spec.Actors.agent;
import static studio.domain.spec.Actors.names;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import studio.domain.StreamType;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.Certificates;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.Timer;
import studio.domain.kernel.Uid;
import studio.domain.network.Attachment;
import studio.domain.network.AttachmentCommand;
import studio.domain.network.AttachmentCommand.RecordAttachment;
import studio.domain.network.AttachmentCommand.RejectAttachment;
import studio.domain.network.AttachmentCommand.WithdrawAttachment;
import studio.domain.network.CompositionMoves;
import studio.domain.network.DecisionCommand;
import studio.domain.network.Endpoint;
import studio.domain.network.Home;
import studio.domain.network.HomeCommand;
import studio.domain.network.HomeCommand.ClaimHome;
import studio.domain.network.HomeCommand.InviteHome;
import studio.domain.network.HomeCommand.PlaceHome;
import studio.domain.network.HomeCommand.ReportHome;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.InvitationCommand.ExpireInvitation;
import studio.domain.network.MemberCommand;
import studio.domain.network.MemberCommand.AbandonJoin;
import studio.domain.network.MemberCommand.ConfirmCleanup;
import studio.domain.network.MemberCommand.MarkSiteLost;
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
import studio.domain.spec.Actors;
import studio.domain.spec.LiveStream;

/** What may happen to a network, its members and its application; few names, so that they meet. */
final class NetworkMoves implements Moves<NetworkCommand, NetworkEvent> {

    private static final Actor OWNER = Actors.user("nora", Set.of(Role.NETWORK_OWNER), "shopkeepers");
    private static final List<Owners> OWNERS =
            List.of(new Owners(names("nora"), Set.of()), new Owners(Set.of(), names("shopkeepers")), Owners.NOBODY);
    private static final int FEW_ENDPOINTS = 3;

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
            case 3 -> MemberMoves.ofClass(random);
            case 4, 5 -> MemberMoves.ofInvitation(random, stream);
            case 6, 7, 8 -> MemberMoves.claim(random, stream);
            case 9, 10 -> MemberMoves.named(random, entities);
            case 11, 12 -> MemberMoves.known(random, stream);
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
                some(random, MemberMoves.POINTS),
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
                        maybe(random, some(random, MemberMoves.POINTS)),
                        maybe(random, schedule(random, stream)));
            case 3, 4, 5 -> new SuspendNetwork(oneOf(random, MemberMoves.TEXTS));
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
                                new ExpireInvitation(oneOf(random, MemberMoves.INVITATIONS)),
                                new AbandonJoin(uid(random, stream.entities(), MemberSite.KIND))))
                : oneOf(random, due);
    }

    private static NetworkCommand ofAttachment(RandomGenerator random, Entities entities) {
        Name point = name(random, entities, Attachment.KIND, MemberMoves.POINTS);
        Uid network = uid(random, entities, Network.KIND);
        return switch (random.nextInt(6)) {
            case 0 -> new RejectAttachment(point, network, oneOf(random, MemberMoves.TEXTS));
            case 1 -> new WithdrawAttachment(point, network);
            default ->
                new RecordAttachment(
                        point,
                        network,
                        new Attachment.Endpoint(
                                Picks.NONE,
                                Picks.NONE,
                                oneOf(random, List.of("a.example", "b.example", "10.0.0.1")),
                                7_001,
                                Certificates.chain("CA")));
        };
    }

    private static NetworkCommand ofHome(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new PlaceHome(Home.Placement.MANAGED);
            case 2 -> new PlaceHome(Home.Placement.OWN);
            case 3, 4 -> new InviteHome(oneOf(random, MemberMoves.DIGESTS));
            case 5, 6 ->
                new ClaimHome(
                        oneOf(random, MemberMoves.DIGESTS),
                        oneOf(random, MemberMoves.DIGESTS),
                        Certificates.signingRequest("H"));
            default -> new ReportHome(oneOf(random, List.of(Home.Reach.values())));
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
