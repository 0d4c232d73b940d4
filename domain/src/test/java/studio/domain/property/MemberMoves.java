package studio.domain.property;

import static studio.domain.property.Moves.oneOf;
import static studio.domain.property.Picks.maybe;
import static studio.domain.property.Picks.name;
import static studio.domain.property.Picks.some;
import static studio.domain.property.Picks.uid;
import static studio.domain.spec.Actors.names;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import studio.domain.backbone.Platform;
import studio.domain.certificate.Certificates;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.EdgeLink;
import studio.domain.network.InvitationCommand.ChangeInvitation;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.InvitationCommand.CreateInvitation;
import studio.domain.network.InvitationCommand.ReissueInvitation;
import studio.domain.network.InvitationCommand.RevokeInvitation;
import studio.domain.network.Label;
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
import studio.domain.network.MemberCommand.SetOwnPause;
import studio.domain.network.MemberInvitation;
import studio.domain.network.MemberSite;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkEvent;
import studio.domain.network.SiteClassCommand.AddSiteClass;
import studio.domain.network.SiteClassCommand.ChangeSiteClass;
import studio.domain.network.SiteClassCommand.RemoveSiteClass;
import studio.domain.spec.LiveStream;

/** What may happen to classes, invitations and members; few names, so that they meet. */
final class MemberMoves {

    static final List<Name> POINTS = List.of(Name.of("east"), Name.of("west"), Name.of("north"));
    static final List<Name> INVITATIONS = List.of(Name.of("stores"), Name.of("cellars"));
    static final List<Digest> DIGESTS = Stream.of("a", "b", "c", "d", "e")
            .map(digit -> new Digest(digit.repeat(64)))
            .toList();
    static final List<String> TEXTS = List.of("this", "that", "two\nlines");

    private static final List<Name> CLASSES = List.of(Name.of("gold"), Name.of("silver"));
    private static final List<Name> SITES = List.of(Name.of("athens"), Name.of("bern"), Name.of("cairo"));

    private MemberMoves() {}

    static NetworkCommand ofClass(RandomGenerator random) {
        Name siteClass = oneOf(random, CLASSES);
        AcceptancePolicy.Mode policy = oneOf(random, List.of(AcceptancePolicy.Mode.values()));
        return switch (random.nextInt(5)) {
            case 0, 1, 2 -> new AddSiteClass(siteClass, labels(random), policy);
            case 3 -> new ChangeSiteClass(siteClass, maybe(random, labels(random)), maybe(random, policy));
            default -> new RemoveSiteClass(siteClass, random.nextBoolean());
        };
    }

    static NetworkCommand ofInvitation(RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
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

    static NetworkCommand claim(RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
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

    static NetworkCommand named(RandomGenerator random, Entities entities) {
        Name site = name(random, entities, MemberSite.KIND, SITES);
        return switch (random.nextInt(10)) {
            case 0, 1 -> new RenameSite(site, oneOf(random, SITES));
            case 2, 3, 4 -> new ReclassifySite(site, random.nextBoolean() ? some(random, CLASSES) : Set.of());
            case 5, 6 -> new PauseSite(site);
            case 7, 8 -> new ResumeSite(site);
            default -> new EvictSite(site, oneOf(random, TEXTS));
        };
    }

    static NetworkCommand known(RandomGenerator random, LiveStream<NetworkCommand, NetworkEvent> stream) {
        Uid site = uid(random, stream.entities(), MemberSite.KIND);
        return switch (random.nextInt(10)) {
            case 0 -> new LeaveNetwork(site);
            case 1 -> new ConfirmCleanup(site);
            case 2, 3 -> new SetAcceptancePolicy(site, policy(random, stream));
            case 4 -> new MarkSiteLost(site);
            case 5 -> new SetOwnPause(site, random.nextBoolean());
            default -> new ReportSite(site, random.nextLong(1, 20), List.of());
        };
    }

    private static Set<Label> labels(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Set.of();
            case 1 -> Set.of(new Label("owner", oneOf(random, TEXTS)));
            default -> Set.of(new Label("owner", "this"), new Label("floor", "2"));
        };
    }
}
