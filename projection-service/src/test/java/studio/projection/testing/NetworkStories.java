package studio.projection.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import studio.domain.backbone.Platform;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Attachment;
import studio.domain.network.AttachmentCommand.RecordAttachment;
import studio.domain.network.Deployment;
import studio.domain.network.Endpoint;
import studio.domain.network.EndpointCommand.RemoveEndpoint;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.InvitationCommand.RevokeInvitation;
import studio.domain.network.MemberCommand.ConfirmCleanup;
import studio.domain.network.MemberCommand.EvictSite;
import studio.domain.network.MemberCommand.LeaveNetwork;
import studio.domain.network.MemberCommand.PauseSite;
import studio.domain.network.MemberCommand.ReclassifySite;
import studio.domain.network.MemberCommand.RenameSite;
import studio.domain.network.MemberCommand.ReportSite;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.domain.network.NetworkCommand.ResumeNetwork;
import studio.domain.network.NetworkCommand.SuspendNetwork;
import studio.domain.network.ServiceLinkCommand.UnlinkService;
import studio.domain.network.SiteClassCommand.RemoveSiteClass;

/** What happens in application networks. */
final class NetworkStories {

    private static final List<Name> NETWORKS = List.of(Name.of("shop"), Name.of("null"));
    private static final List<Name> SITES =
            List.of(Name.of("hq"), Name.of("customer-a"), Name.of("customer-b"), Name.of("lima"));
    private static final List<Name> ENDPOINTS =
            List.of(Name.of("backend"), Name.of("shop-floor"), Name.of("monitoring"), Name.of("dashboards"));
    private static final List<Name> INVITATIONS = List.of(Name.of("headquarters"), Name.of("customers"));

    private NetworkStories() {}

    /** Something that may happen in some network; the first time all that makes it run. */
    static List<History.Told> tell(Random random, History history) {
        StreamKey stream = LiveNetwork.network(pick(NETWORKS, random).value());
        Entities entities = history.entities(stream);
        if (entities.find(Network.KIND, stream.name()).isEmpty()) {
            List<History.Told> told = new ArrayList<>();
            new LiveNetwork(history, stream.name().value(), told::add)
                    .found(new Owners(Set.of(stream.name()), Set.of()), Owners.NOBODY)
                    .populate()
                    .compose();
            return told;
        }
        return List.of(
                random.nextInt(3) == 0 ? owner(random, stream, history) : other(random, stream, entities, history));
    }

    private static History.Told owner(Random random, StreamKey stream, History history) {
        Name site = pick(SITES, random);
        NetworkCommand command = switch (random.nextInt(20)) {
            case 0 -> new DeleteNetwork(random.nextInt(3) == 0);
            case 1 -> new SuspendNetwork("'maintenance'");
            case 2, 3, 4 -> new ResumeNetwork();
            case 5 -> new RevokeInvitation(pick(INVITATIONS, random));
            case 6 -> new EvictSite(site, "\\lost");
            case 7, 8, 9 -> new RenameSite(site, pick(SITES, random));
            case 10, 11 -> new PauseSite(site);
            case 12, 13 -> new ReclassifySite(site, random.nextBoolean() ? Set.of() : Set.of(Name.of("gold")));
            case 14 -> new RemoveSiteClass(Name.of("gold"), random.nextBoolean());
            case 15 -> new UnlinkService(Name.of("watch"));
            default -> new RemoveEndpoint(pick(ENDPOINTS, random));
        };
        return history.give(Stories.ROOT, stream, command);
    }

    private static History.Told other(Random random, StreamKey stream, Entities entities, History history) {
        Uid site = entities.find(MemberSite.KIND, pick(SITES, random))
                .map(present -> present.meta().uid())
                .orElse(new Uid(new UUID(0, 0)));
        return switch (random.nextInt(8)) {
            case 0, 1 -> history.give(Actor.CLAIMS, stream, claim(random));
            case 2 -> history.give(LiveNetwork.agent(site), stream, new LeaveNetwork(site));
            case 3 -> history.give(LiveNetwork.agent(site), stream, new ConfirmCleanup(site));
            case 4 -> history.give(Actor.BACKBONE_ORCHESTRATOR, stream, attachment(stream, entities));
            case 5 -> certificate(stream, entities, history);
            default -> history.give(LiveNetwork.agent(site), stream, report(random, site, entities));
        };
    }

    private static ClaimInvitation claim(Random random) {
        Name invitation = pick(INVITATIONS, random);
        Name site = pick(SITES, random);
        return new ClaimInvitation(
                invitation,
                LiveNetwork.token(invitation),
                Optional.of(site),
                Digest.ofText("key of " + site),
                "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
                pick(List.of(Platform.values()), random),
                Set.of(),
                AcceptancePolicy.ACCEPT_ALL);
    }

    private static RecordAttachment attachment(StreamKey stream, Entities entities) {
        Uid network = entities.get(Network.KIND, stream.name()).meta().uid();
        return new RecordAttachment(
                Name.of("east-member"),
                network,
                new Attachment.Endpoint(
                        network,
                        network,
                        "west.example.com",
                        46001,
                        "-----BEGIN CERTIFICATE-----\nBBBB\n-----END CERTIFICATE-----\n"));
    }

    private static History.Told certificate(StreamKey stream, Entities entities, History history) {
        return entities.list(TlsCertificate.KIND).stream()
                .filter(TlsCertificate.Requested.class::isInstance)
                .findFirst()
                .map(certificate -> history.give(
                        Actor.CERT_ORCHESTRATOR,
                        stream,
                        new CertificateCommand.FailCertificate(
                                certificate.meta().uid(), "no signer")))
                .orElseGet(() -> history.give(Stories.ROOT, stream, new ResumeNetwork()));
    }

    private static ReportSite report(Random random, Uid site, Entities entities) {
        List<Deployment.Report> reports = entities.find(Endpoint.KIND, pick(ENDPOINTS, random)).stream()
                .map(endpoint -> new Deployment.Report(
                        endpoint.meta().uid(),
                        Optional.of(endpoint.digest()).filter(digest -> random.nextBoolean()),
                        Optional.of("no \"memory\"").filter(reason -> random.nextInt(3) == 0)))
                .toList();
        return new ReportSite(site, random.nextInt(1, 1_000_000), reports);
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
