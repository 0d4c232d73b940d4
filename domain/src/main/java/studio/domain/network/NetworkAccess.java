package studio.domain.network;

import static studio.domain.kernel.Rejection.Reason.FORBIDDEN;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateRules;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Role;
import studio.domain.kernel.Uid;

/** Who may see and change an application network. */
public final class NetworkAccess {

    private NetworkAccess() {}

    /** Says whether the actor may read the whole network: administrators, auditors, its owners and its readers may. */
    public static boolean mayRead(Actor actor, Network network) {
        return actor.is(Role.AUDITOR) || network.spec().readers().include(actor) || mayChange(actor, network);
    }

    /** Who may read the network and its history, beside administrators and auditors. */
    public static Owners readers(Network network) {
        Network.Spec spec = network.spec();
        return new Owners(
                union(spec.owners().users(), spec.readers().users()),
                union(spec.owners().groups(), spec.readers().groups()));
    }

    private static Set<Name> union(Set<Name> some, Set<Name> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Says whether the actor may change the network: administrators and its owners may. */
    public static boolean mayChange(Actor actor, Network network) {
        return actor.is(Role.ADMINISTRATOR) || network.spec().owners().include(actor);
    }

    static Optional<Rejection> authorise(NetworkCommand command, Entities entities, Actor actor) {
        Permission permission = permission(command, entities, actor);
        if (permission.held()) {
            return Optional.empty();
        }
        // Who makes networks is no secret, and saying so tells nothing of whether this one exists.
        boolean telling = command instanceof NetworkCommand.CreateNetwork
                || any(entities).filter(network -> mayRead(actor, network)).isPresent();
        return Optional.of(
                telling
                        ? Rejection.of(FORBIDDEN, permission.rule())
                        : Rejection.notFound(Network.KIND.key(entities.stream().name())));
    }

    /** Whether an actor may give a command, and who may. */
    private record Permission(boolean held, String rule) {}

    private static Permission permission(NetworkCommand command, Entities entities, Actor actor) {
        return switch (command) {
            case NetworkCommand.CreateNetwork c ->
                new Permission(
                        actor.is(Role.ADMINISTRATOR) || actor.is(Role.NETWORK_OWNER),
                        "making networks takes the role network-owner");
            case NetworkCommand.ActivateNetwork c -> byClock(actor);
            case NetworkCommand.ExpireNetwork c -> byClock(actor);
            case NetworkCommand.PurgeNetwork c -> byClock(actor);
            case AttachmentCommand c ->
                new Permission(
                        actor.sameAs(Actor.BACKBONE_ORCHESTRATOR), "only the backbone orchestrator may report on that");
            case CertificateCommand c -> ofCertificate(c, entities, actor);
            case HomeCommand c -> ofHome(c, entities, actor);
            case InvitationCommand.ExpireInvitation c -> byClock(actor);
            case InvitationCommand.ClaimInvitation c -> byClaims(actor);
            case MemberCommand.Known c -> ofMember(c, entities, actor);
            case DecisionCommand c -> bySite(c.site(), entities, actor);
            case NetworkCommand c -> byOwner(entities, actor);
        };
    }

    private static Permission ofCertificate(CertificateCommand command, Entities entities, Actor actor) {
        boolean signer = actor.sameAs(Actor.CERT_ORCHESTRATOR);
        return switch (command) {
            case CertificateCommand.BySigner c ->
                new Permission(signer, "only the certificate orchestrator may report on that");
            case CertificateCommand.ByHolder c ->
                new Permission(
                        signer || isHolder(c, entities, actor) || isTrusted(c, entities, actor),
                        "only the holder of a certificate and the certificate orchestrator may do that");
            case CertificateCommand.ByOwner c ->
                new Permission(
                        signer || isOwner(entities, actor),
                        "only the network's owners, administrators and the certificate orchestrator may do that");
            case CertificateCommand.ByClock c -> byClock(actor);
        };
    }

    /** Who runs the listeners knows when all of them trust the network's next authority. */
    private static boolean isTrusted(CertificateCommand.ByHolder command, Entities entities, Actor actor) {
        return actor.sameAs(Actor.BACKBONE_ORCHESTRATOR)
                && command instanceof CertificateCommand.AcknowledgeCertificate
                && CertificateRules.subject(command, entities)
                        .filter(subject -> subject.kind().isAuthority())
                        .isPresent();
    }

    /** Sites and homes hold certificates, and are known by the uid that is in them. */
    private static boolean isHolder(CertificateCommand command, Entities entities, Actor actor) {
        return CertificateRules.subject(command, entities)
                .filter(subject -> switch (subject.kind()) {
                    case MEMBER_SITE ->
                        actor.name().equals(subject.name().value())
                                && isSite(subject.name().value(), entities, actor);
                    case NETWORK_HOME -> actor.name().equals(subject.name().value()) && isHome(entities, actor);
                    case ROOT, SERVICE_HOME, INTERIOR_CA, ACCESS_POINT_CA, INTERIOR_SITE, ACCESS_POINT, NETWORK_CA ->
                        false;
                })
                .isPresent();
    }

    private static Permission ofHome(HomeCommand command, Entities entities, Actor actor) {
        return switch (command) {
            case HomeCommand.PlaceHome c ->
                new Permission(
                        isOwner(entities, actor)
                                || (c.placement() == Home.Placement.MANAGED
                                        && actor.sameAs(Actor.BACKBONE_ORCHESTRATOR)),
                        "only the network's owners, administrators and the backbone orchestrator may do that");
            case HomeCommand.InviteHome c -> byOwner(entities, actor);
            case HomeCommand.ClaimHome c -> byClaims(actor);
            case HomeCommand.ReportHome c ->
                new Permission(
                        isHome(entities, actor) || actor.sameAs(Actor.BACKBONE_ORCHESTRATOR),
                        "only the home and the backbone orchestrator may report on that");
        };
    }

    private static Permission ofMember(MemberCommand.Known command, Entities entities, Actor actor) {
        return switch (command) {
            case MemberCommand.LeaveNetwork c -> bySite(c.uid(), entities, actor);
            case MemberCommand.SetOwnPause c -> bySite(c.uid(), entities, actor);
            case MemberCommand.SetAcceptancePolicy c -> bySite(c.uid(), entities, actor);
            case MemberCommand.ReportSite c -> bySite(c.uid(), entities, actor);
            // Somebody has to speak for a site that is silent for ever, or its traces would stay as long.
            case MemberCommand.ConfirmCleanup c ->
                new Permission(
                        isSite(c.uid(), entities, actor) || isHome(entities, actor) || isOwner(entities, actor),
                        "only the site, its home and the network's owners may confirm that");
            case MemberCommand.MarkSiteLost c ->
                new Permission(isHome(entities, actor), "only the network's home may report on that");
            case MemberCommand.AbandonJoin c -> byClock(actor);
        };
    }

    private static Permission byOwner(Entities entities, Actor actor) {
        return new Permission(isOwner(entities, actor), "only the network's owners and administrators may do that");
    }

    private static Permission bySite(Uid site, Entities entities, Actor actor) {
        return new Permission(isSite(site, entities, actor), "only the site itself decides and reports for itself");
    }

    private static Permission byClaims(Actor actor) {
        return new Permission(actor.sameAs(Actor.CLAIMS), "only those who were invited claim a place");
    }

    private static Permission byClock(Actor actor) {
        return new Permission(actor.sameAs(Actor.TIMER), "only the clock may say that");
    }

    private static boolean isOwner(Entities entities, Actor actor) {
        return actor.is(Role.ADMINISTRATOR)
                || any(entities).filter(network -> mayChange(actor, network)).isPresent();
    }

    /** An agent is known by its site's uid, which its certificate carries. */
    private static boolean isSite(Uid site, Entities entities, Actor actor) {
        return isSite(site.toString(), entities, actor);
    }

    private static boolean isSite(String uid, Entities entities, Actor actor) {
        return actor.kind() == Actor.Type.SITE
                && actor.name().equals(uid)
                && entities.find(new EntityKey(SiteIndex.KIND.label(), uid)).isPresent();
    }

    /** A home is known by its uid, so that one that was replaced has nothing to say any more. */
    private static boolean isHome(Entities entities, Actor actor) {
        return actor.kind() == Actor.Type.HOME
                && entities.find(Home.KIND, entities.stream().name())
                        .map(Entity::meta)
                        .filter(meta -> meta.uid().toString().equals(actor.name()))
                        .isPresent();
    }

    /** The stream's network, a deleted one too: its former owners still see what it was. */
    private static Optional<Network> any(Entities entities) {
        return entities.find(Network.KIND, entities.stream().name());
    }

    /** The stream's network unless there was none yet or it was deleted. */
    static Optional<Network> present(Entities entities) {
        return any(entities).filter(network -> !(network instanceof Network.Deleted));
    }
}
