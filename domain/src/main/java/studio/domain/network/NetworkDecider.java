package studio.domain.network;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.Decider;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Timer;

/**
 * Decides an application network's stream: the rules of each kind of entity, then what follows from what they let happen. No
 * decision looks at all sites: what must be known of them together is counted as they come and go.
 */
public final class NetworkDecider implements Decider<NetworkCommand, NetworkEvent> {

    /** It has no state, so one is enough. */
    public static final NetworkDecider INSTANCE = new NetworkDecider();

    /** The kinds of entities that a network's stream holds. */
    public static final List<Kind<?>> KINDS = List.of(
            Network.KIND,
            Attachment.KIND,
            Home.KIND,
            SiteClass.KIND,
            MemberInvitation.KIND,
            EdgeLink.KIND,
            MemberSite.KIND,
            SiteIndex.KIND,
            ClassSet.KIND,
            Census.KIND,
            Endpoint.KIND,
            ServiceLink.KIND,
            Deployment.KIND,
            TlsCertificate.KIND,
            CertificateIndex.KIND);

    private NetworkDecider() {}

    @Override
    public Optional<Rejection> authorise(NetworkCommand command, Entities entities, Actor actor) {
        return NetworkAccess.authorise(command, entities, actor);
    }

    @Override
    public Decision<NetworkEvent> decide(NetworkCommand command, Entities entities, Facts facts) {
        Decision<NetworkEvent> answer = NetworkAccess.present(entities)
                .map(network -> inPresent(command, network, entities, facts))
                .orElseGet(() -> inAbsent(command, entities, facts));
        return Consequences.of(answer, entities, facts.now());
    }

    private static Decision<NetworkEvent> inAbsent(NetworkCommand command, Entities entities, Facts facts) {
        return switch (command) {
            case NetworkCommand.CreateNetwork c -> NetworkRules.create(c, entities, facts);
            // Whoever holds an invitation learns nothing of the network behind it.
            case InvitationCommand.ClaimInvitation c -> reject(Rejection.notFound(c.subject(entities.stream())));
            case HomeCommand.ClaimHome c -> reject(Rejection.notFound(c.subject(entities.stream())));
            case NetworkCommand c when isByClock(c) -> accept();
            case NetworkCommand c ->
                reject(Rejection.notFound(Network.KIND.key(entities.stream().name())));
        };
    }

    private static Decision<NetworkEvent> inPresent(
            NetworkCommand command, Network network, Entities entities, Facts facts) {
        return switch (command) {
            case NetworkCommand.CreateNetwork c -> reject(Rejection.alreadyExists(network.key()));
            case NetworkCommand.ChangeNetwork c ->
                unlessDeleting(network, () -> NetworkRules.change(c, network, facts));
            case NetworkCommand.SuspendNetwork c -> unlessDeleting(network, () -> NetworkRules.suspend(c, network));
            case NetworkCommand.ResumeNetwork c -> unlessDeleting(network, () -> NetworkRules.resume(network));
            case NetworkCommand.DeleteNetwork c -> NetworkRules.delete(c, network, entities, facts);
            case NetworkCommand.ActivateNetwork c -> NetworkRules.activate(network, facts);
            case NetworkCommand.ExpireNetwork c -> NetworkRules.expire(network, facts);
            case NetworkCommand.PurgeNetwork c -> NetworkRules.purge(network, entities, facts);
            case AttachmentCommand c -> AttachmentRules.decide(c, network, entities);
            case CertificateCommand c -> NetworkCertificates.decide(c, entities, facts);
            case HomeCommand c -> HomeRules.decide(c, network, entities, facts);
            case SiteClassCommand c -> unlessDeleting(network, () -> SiteClassRules.decide(c, entities, facts));
            case InvitationCommand c -> InvitationRules.decide(c, network, entities, facts);
            case MemberCommand c -> MemberRules.decide(c, network, entities, facts);
            case EndpointCommand c -> unlessDeleting(network, () -> EndpointRules.decide(c, entities, facts));
            case ServiceLinkCommand c -> unlessDeleting(network, () -> ServiceLinkRules.decide(c, entities, facts));
            case DecisionCommand c -> unlessDeleting(network, () -> DecisionRules.decide(c, entities, facts));
        };
    }

    /** What is being deleted takes nothing new. */
    static Decision<NetworkEvent> unlessDeleting(Network network, Supplier<Decision<NetworkEvent>> decide) {
        return network instanceof Network.Deleting
                ? reject(WRONG_STATE, "network '" + network.meta().name() + "' is being deleted")
                : decide.get();
    }

    /** The clock may be late: what it speaks of may be gone, and then there is nothing to do. */
    private static boolean isByClock(NetworkCommand command) {
        return command instanceof NetworkCommand.ActivateNetwork
                || command instanceof NetworkCommand.ExpireNetwork
                || command instanceof NetworkCommand.PurgeNetwork
                || command instanceof InvitationCommand.ExpireInvitation
                || command instanceof MemberCommand.AbandonJoin
                || command instanceof CertificateCommand.ByClock;
    }

    @Override
    public List<Change> evolve(Recorded<NetworkEvent> recorded, Entities entities) {
        return NetworkEvolution.evolve(recorded, entities);
    }

    @Override
    public List<Timer> timers(Entity entity) {
        return Timers.of(entity);
    }
}
