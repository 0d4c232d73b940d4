package studio.command.process;

import static studio.command.process.TopologyContext.Given.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.domain.StreamType;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.BackboneCommand.AddAccessPoint;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.backbone.BackboneCommand.RecordAttachmentReady;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.backbone.Platform;
import studio.domain.backbone.PortRange;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.InvitationCommand.CreateInvitation;
import studio.domain.network.InvitationCommand.ReissueInvitation;
import studio.domain.network.MemberInvitation;
import studio.domain.network.NetworkCommand.CreateNetwork;
import studio.domain.network.Schedule;
import studio.schema.CommandOutcome;
import studio.schema.StoredEvent;

/** A processor with a backbone and whatever else is put there, and all that has happened. */
final class LiveStreams implements AutoCloseable {

    static final Actor ADMIN = Actor.user(Name.of("admin"), Set.of(Role.ADMINISTRATOR), Set.of());
    static final StreamKey ACME = StreamType.BACKBONE.key(Name.of("acme"));
    static final Name WEST = Name.of("west");

    private static final Digest TOKEN = Digest.ofText("token");
    private static final Owners OWNERS = new Owners(Set.of(Name.of("admin"), Name.of("nora")), Set.of());
    private static final String CHAIN = "-----BEGIN CERTIFICATE-----\nCA\n-----END CERTIFICATE-----\n";

    private final TopologyContext processor = new TopologyContext();
    private final Map<StreamKey, EntityMap> streams = new HashMap<>();
    private final List<StoredEvent> log = new ArrayList<>();
    private int commands;

    /** A backbone with a member access point. */
    LiveStreams() {
        give(ACME, ADMIN, new CreateBackbone(OWNERS, OWNERS));
        give(ACME, ADMIN, new AddInteriorSite(Name.of("paris"), Platform.LINUX, Optional.empty()));
        AccessPoint.Address address = new AccessPoint.Address("west.example", new PortRange(7_000, 7_009));
        give(
                ACME,
                ADMIN,
                new AddAccessPoint(WEST, Name.of("paris"), AccessPoint.Use.MEMBER, OWNERS, Optional.of(address)));
        sign(ACME);
    }

    /** Gives a command, folds all that comes of it and returns its own outcome. */
    CommandOutcome give(StreamKey stream, Actor actor, Command command) {
        return give(command("c" + ++commands, stream, actor, command));
    }

    CommandOutcome give(TopologyContext.Given given) {
        CommandOutcome outcome = processor.give(given);
        while (processor.hasOutcome()) {
            processor.outcome();
        }
        for (StoredEvent event : processor.events()) {
            log.add(event);
            EntityMap entities = entities(event.meta().stream());
            StreamType.of(event.meta().stream())
                    .evolve(event.recorded(), entities)
                    .forEach(entities::apply);
        }
        return outcome;
    }

    /** What there is of that stream. */
    EntityMap entities(StreamKey stream) {
        return streams.computeIfAbsent(stream, EntityMap::new);
    }

    /** All that happened, in the order in which it did. */
    List<StoredEvent> log() {
        return List.copyOf(log);
    }

    /** Signs whatever waits for it in that stream. */
    void sign(StreamKey stream) {
        for (TlsCertificate certificate : entities(stream).list(TlsCertificate.KIND)) {
            if (certificate instanceof TlsCertificate.Requested) {
                TlsCertificate.Signed signed = new TlsCertificate.Signed(
                        "0a",
                        new Digest("ab".repeat(32)),
                        TopologyContext.START,
                        TopologyContext.START.plus(Duration.ofDays(90)),
                        Optional.empty(),
                        Optional.of(CHAIN));
                give(
                        stream,
                        Actor.CERT_ORCHESTRATOR,
                        new RecordCertificate(certificate.meta().uid(), signed));
            }
        }
    }

    /** A network of both owners on the backbone, at that access point. */
    static CreateNetwork network(Name accessPoint) {
        Schedule always = new Schedule(Optional.empty(), Optional.empty(), 3_600);
        return new CreateNetwork(OWNERS, Owners.NOBODY, ACME.name(), Set.of(accessPoint), always);
    }

    /** Makes an invitation that lets in whoever has the token; the outcome is that of making it. */
    CommandOutcome invite(StreamKey network, Actor owner, Name invitation) {
        MemberInvitation.Terms terms = new MemberInvitation.Terms(
                Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, Set.of(), false);
        CommandOutcome made = give(network, owner, new CreateInvitation(invitation, terms, List.of()));
        if (made.accepted()) {
            give(network, owner, new ReissueInvitation(invitation, TOKEN, false));
        }
        return made;
    }

    /** The claim of a site with that key. */
    CommandOutcome claim(StreamKey network, Name invitation, String key) {
        return give(
                network,
                Actor.CLAIMS,
                new ClaimInvitation(
                        invitation,
                        TOKEN,
                        Optional.empty(),
                        Digest.ofText(key),
                        "-----BEGIN CERTIFICATE REQUEST-----\nK\n-----END CERTIFICATE REQUEST-----\n",
                        Platform.LINUX,
                        Set.of(),
                        AcceptancePolicy.ASK));
    }

    /** Makes that network active. */
    void activate(StreamKey network) {
        sign(network);
        NetworkAttachment attachment =
                entities(ACME).list(NetworkAttachment.KIND).getLast();
        give(
                ACME,
                Actor.BACKBONE_ORCHESTRATOR,
                new RecordAttachmentReady(attachment.meta().uid()));
        sign(network);
    }

    @Override
    public void close() {
        processor.close();
    }
}
