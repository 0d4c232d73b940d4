package studio.command;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import studio.command.submit.CommandSubmitter;
import studio.command.submit.Submission;
import studio.domain.StreamType;
import studio.domain.backbone.Platform;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Attachment;
import studio.domain.network.AttachmentCommand.RecordAttachment;
import studio.domain.network.Home;
import studio.domain.network.HomeCommand.PlaceHome;
import studio.domain.network.HomeCommand.ReportHome;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.MemberCommand.ReportSite;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.identity.Secret;
import studio.schema.CommandOutcome;

/** Those who give a network's commands that no person gives: orchestrators, those who were invited, the home and the sites. */
final class Participants {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LIFE = Duration.ofDays(90);

    private final CommandSubmitter submitter;
    private final StreamKey stream;

    Participants(CommandSubmitter submitter, String network) {
        this.submitter = submitter;
        this.stream = StreamType.NETWORK.key(Name.of(network));
    }

    /** The network's entities now. */
    Entities entities() {
        return LogReader.fold(stream);
    }

    /** Gives a command, which must be accepted. */
    CommandOutcome give(Actor actor, Command command) {
        CommandOutcome outcome = start(actor, command).join();
        if (!outcome.accepted()) {
            throw new AssertionError(command + " was refused: " + outcome.rejection());
        }
        return outcome;
    }

    /** Gives a command and promises its outcome. */
    CompletableFuture<CommandOutcome> start(Actor actor, Command command) {
        return submitter
                .submit(Submission.of(stream, command, actor), PATIENCE)
                .decided()
                .toCompletableFuture();
    }

    /** Gives the network its authority, its attachment there and a managed home, so that it becomes active. */
    void activate(String accessPoint) {
        Name network = stream.name();
        issue(CertificateSubject.Kind.NETWORK_CA);
        give(Actor.BACKBONE_ORCHESTRATOR, attachment(Name.of(accessPoint)));
        give(Actor.BACKBONE_ORCHESTRATOR, new PlaceHome(Home.Placement.MANAGED));
        issue(CertificateSubject.Kind.NETWORK_HOME);
        Uid home = entities().get(Home.KIND, network).meta().uid();
        give(agent(Actor.Type.HOME, home), new ReportHome(Home.Reach.ACTIVE));
    }

    private RecordAttachment attachment(Name accessPoint) {
        Uid network = entities().get(Network.KIND, stream.name()).meta().uid();
        return new RecordAttachment(
                accessPoint,
                network,
                new Attachment.Endpoint(network, network, "edge.example.com", 7001, pem("CERTIFICATE", "CA")));
    }

    /** Signs the network's last certificate of that kind. */
    private void issue(CertificateSubject.Kind kind) {
        TlsCertificate certificate = entities().list(TlsCertificate.KIND).stream()
                .filter(one -> one.subject().kind() == kind)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        give(
                Actor.CERT_ORCHESTRATOR,
                new RecordCertificate(
                        certificate.meta().uid(),
                        new TlsCertificate.Signed(
                                "0a1b",
                                new Digest("ab".repeat(32)),
                                now,
                                now.plus(LIFE),
                                Optional.empty(),
                                Optional.empty())));
    }

    /** Lets a site in by that invitation; its agent gets a certificate and reports. */
    Uid join(String invitation, String token, String site) {
        give(Actor.CLAIMS, claim(invitation, token, Optional.of(Name.of(site)), site.hashCode()));
        issue(CertificateSubject.Kind.MEMBER_SITE);
        Uid uid = entities().get(MemberSite.KIND, Name.of(site)).meta().uid();
        give(agent(Actor.Type.SITE, uid), new ReportSite(uid, 1, List.of()));
        return uid;
    }

    /** The claim of a site whose key has that number. */
    static ClaimInvitation claim(String invitation, String token, Optional<Name> site, int key) {
        return new ClaimInvitation(
                Name.of(invitation),
                new Secret(token).digest(),
                site,
                new Digest(HexFormat.of().toHexDigits((long) key).repeat(4)),
                pem("CERTIFICATE REQUEST", "K" + Integer.toUnsignedString(key)),
                Platform.LINUX,
                Set.of(),
                AcceptancePolicy.ASK);
    }

    /** Sites and homes are known by the uid that is in their certificates. */
    static Actor agent(Actor.Type type, Uid uid) {
        return new Actor(type, uid.toString(), Set.of(), Set.of());
    }

    private static String pem(String label, String text) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, text);
    }
}
