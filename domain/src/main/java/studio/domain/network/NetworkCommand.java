package studio.domain.network;

import java.util.Optional;
import java.util.Set;
import studio.domain.certificate.CertificateCommand;
import studio.domain.kernel.Command;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;

/** What one may ask of an application network's stream; those about its parts are types of their own. */
public sealed interface NetworkCommand extends Command
        permits AttachmentCommand,
                CertificateCommand,
                DecisionCommand,
                EndpointCommand,
                HomeCommand,
                InvitationCommand,
                MemberCommand,
                NetworkCommand.ActivateNetwork,
                NetworkCommand.ChangeNetwork,
                NetworkCommand.CreateNetwork,
                NetworkCommand.DeleteNetwork,
                NetworkCommand.ExpireNetwork,
                NetworkCommand.PurgeNetwork,
                NetworkCommand.ResumeNetwork,
                NetworkCommand.SuspendNetwork,
                ServiceLinkCommand,
                SiteClassCommand {

    @Override
    default EntityKey subject(StreamKey stream) {
        return Network.KIND.key(stream.name());
    }

    /**
     * Makes the network; without owners it belongs to whoever asks.
     *
     * @param owners       who may change it
     * @param readers      who may only read it
     * @param backbone     the backbone that carries it
     * @param accessPoints the member access points of the backbone through which its sites connect; at least one
     * @param schedule     when it begins and ends
     */
    record CreateNetwork(Owners owners, Owners readers, Name backbone, Set<Name> accessPoints, Schedule schedule)
            implements NetworkCommand {}

    /** Changes what is present; what is absent stays. A schedule is replaced as a whole. */
    record ChangeNetwork(
            Optional<Owners> owners,
            Optional<Owners> readers,
            Optional<Set<Name>> accessPoints,
            Optional<Schedule> schedule)
            implements NetworkCommand {}

    /** Stops the application everywhere; links and feeds stay. */
    record SuspendNetwork(String cause) implements NetworkCommand {}

    /** Lets a suspended network go on. */
    record ResumeNetwork() implements NetworkCommand {}

    /** Takes the network away: its sites are asked to clean up, and after the delay it is gone; at once if forced. */
    record DeleteNetwork(boolean force) implements NetworkCommand {}

    /** The clock: the start time has come. */
    record ActivateNetwork() implements NetworkCommand {}

    /** The clock: the end time has come. */
    record ExpireNetwork() implements NetworkCommand {}

    /** The clock: the delete delay is over. */
    record PurgeNetwork() implements NetworkCommand {}
}
