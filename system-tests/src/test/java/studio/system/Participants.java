package studio.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneCommand.RecordAttachmentReady;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite;
import studio.domain.backbone.Platform;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.DecisionCommand.AcceptChanges;
import studio.domain.network.DecisionCommand.DeclineChanges;
import studio.domain.network.Deployment;
import studio.domain.network.Home;
import studio.domain.network.HomeCommand.ReportHome;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.MemberCommand.ReportSite;
import studio.schema.CommandOutcome;

/**
 * Those who will speak over mutual TLS and have no route yet: interior agents, homes, and sites with the people there. They know what
 * everybody can read, and speak on the topic.
 */
final class Participants implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CommandTopic topic;
    private final ApiClient reader;
    private final Map<Uid, String> requests = new HashMap<>();
    private long seq;

    /** Participants who read as that client does, which sees everything. */
    Participants(StudioSystem system, ApiClient reader) {
        this.topic = new CommandTopic(system.bootstrapServers());
        this.reader = reader;
    }

    /** Gives a command that is accepted, and returns how far the tables must be to show it. */
    String give(Actor actor, StreamKey stream, Command command) {
        CommandOutcome outcome = topic.give(actor, stream, command);
        if (!outcome.accepted()) {
            throw new AssertionError(command + " was refused: " + outcome.rejection());
        }
        return outcome.stream() + "@" + outcome.revision();
    }

    private static String path(StreamKey stream) {
        return "/" + stream.type() + "s/" + stream.name();
    }

    private static Uid uid(JsonNode object) {
        return Uid.parse(object.path("uid").asText());
    }

    private JsonNode read(String path) {
        return reader.get(path).json();
    }

    private Stream<JsonNode> list(String path) {
        return read(path).path("items").valueStream();
    }

    private void await(String path, String state) {
        Awaitility.await().atMost(PATIENCE).until(() -> read(path).path("state").asText(), state::equals);
    }

    private static Actor agent(Actor.Type type, Uid uid) {
        return new Actor(type, uid.toString(), Set.of(), Set.of());
    }

    /**
     * Whoever a certificate of that stream waits for makes a key and asks; the certificate orchestrator signs.
     *
     * @param done what the certificates are needed for
     */
    private void certify(StreamKey stream, BooleanSupplier done) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            list(path(stream) + "/certificates?state=requested")
                    .filter(certificate -> !certificate.hasNonNull("signingRequest"))
                    .forEach(certificate -> ask(stream, certificate));
            return done.getAsBoolean();
        });
    }

    /** Authorities and managed homes are the orchestrator's own matter. */
    private void ask(StreamKey stream, JsonNode certificate) {
        Optional<CertificateSubject.Kind> kind = Stream.of(
                        CertificateSubject.Kind.INTERIOR_SITE, CertificateSubject.Kind.ACCESS_POINT)
                .filter(known -> word(known).equals(certificate.path("use").asText()))
                .findFirst();
        kind.map(known -> new CertificateSubject(
                        known, Name.of(certificate.path("subject").asText())))
                .ifPresent(subject -> give(
                        Actor.CERT_ORCHESTRATOR,
                        stream,
                        new RequestCertificate(
                                subject,
                                Optional.of(requests.computeIfAbsent(
                                        uid(certificate), certified -> SigningRequest.ofNewKey())))));
    }

    private static String word(CertificateSubject.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The certificates of a new backbone, until it can carry networks. */
    void certify(String backbone) {
        StreamKey stream = StreamType.BACKBONE.key(Name.of(backbone));
        certify(
                stream,
                () -> state(path(stream)).equals("ready")
                        && list(path(stream) + "/access-points")
                                .allMatch(point -> point.path("state").asText().equals("ready")));
    }

    private String state(String path) {
        return read(path).path("state").asText();
    }

    /** An interior site's agent says that it is there. */
    void appear(String backbone, String site) {
        StreamKey stream = StreamType.BACKBONE.key(Name.of(backbone));
        give(interior(stream, site), stream, new ReportInteriorSite(Name.of(site), ReportInteriorSite.Sighting.ACTIVE));
    }

    private Actor interior(StreamKey stream, String site) {
        return agent(Actor.Type.SITE, uid(read(path(stream) + "/sites/" + site)));
    }

    /** Makes a new network active: its authority is signed, the interior site listens for it, and its home comes up. */
    void activate(String network, String backbone, String interiorSite) {
        StreamKey stream = StreamType.NETWORK.key(Name.of(network));
        StreamKey carrier = StreamType.BACKBONE.key(Name.of(backbone));
        String attachments = path(carrier) + "/attachments?network=" + network;
        certify(stream, () -> list(attachments).count() == 1);
        Uid attachment = uid(list(attachments).findFirst().orElseThrow());
        give(interior(carrier, interiorSite), carrier, new RecordAttachmentReady(attachment));
        String home = path(stream) + "/home";
        await(home, "ready");
        give(agent(Actor.Type.HOME, uid(read(home))), stream, new ReportHome(Home.Reach.ACTIVE));
        await(path(stream), "active");
    }

    /**
     * Somebody invokes an invitation; the new site's agent gets its certificate and reports. Returns how far the tables must be to
     * show it.
     */
    String join(String network, String invitation, String token, String site, AcceptancePolicy policy) {
        StreamKey stream = StreamType.NETWORK.key(Name.of(network));
        give(
                Actor.CLAIMS,
                stream,
                new ClaimInvitation(
                        Name.of(invitation),
                        Digest.ofText(token),
                        Optional.of(Name.of(site)),
                        Digest.ofText("key of " + site),
                        SigningRequest.ofNewKey(),
                        Platform.KUBERNETES,
                        Set.of(),
                        policy));
        return report(network, site);
    }

    /** The site's agent reports which endpoints run. Returns how far the tables must be to show it. */
    String report(String network, String site, String... running) {
        StreamKey stream = StreamType.NETWORK.key(Name.of(network));
        await(path(stream) + "/sites/" + site, running.length == 0 ? "joined" : "connected");
        Uid uid = site(network, site);
        List<Deployment.Report> reports = Stream.of(running)
                .map(endpoint -> process(network, endpoint))
                .map(process -> new Deployment.Report(
                        uid(process), Optional.of(process.path("digest").asText()), Optional.empty()))
                .toList();
        return give(agent(Actor.Type.SITE, uid), stream, new ReportSite(uid, ++seq, reports));
    }

    private Uid site(String network, String site) {
        return uid(read("/networks/" + network + "/sites/" + site));
    }

    private JsonNode process(String network, String name) {
        return read("/networks/" + network + "/processes/" + name);
    }

    /** Somebody at the site accepts processes as they are shown there; returns how far the tables must be to show it. */
    String accept(String network, String site, String... processes) {
        Uid uid = site(network, site);
        return give(
                agent(Actor.Type.SITE, uid),
                StreamType.NETWORK.key(Name.of(network)),
                new AcceptChanges(uid, ++seq, choices(network, processes), "pat", "c2ln"));
    }

    /** Somebody at the site declines processes as they are shown there; returns how far the tables must be to show it. */
    String decline(String network, String site, String cause, String... processes) {
        Uid uid = site(network, site);
        return give(
                agent(Actor.Type.SITE, uid),
                StreamType.NETWORK.key(Name.of(network)),
                new DeclineChanges(uid, ++seq, choices(network, processes), cause, false, "pat", "c2ln"));
    }

    private List<Deployment.Choice> choices(String network, String... processes) {
        return Stream.of(processes)
                .map(name -> process(network, name))
                .map(process -> new Deployment.Choice(
                        uid(process), process.path("digest").asText(), Set.of()))
                .toList();
    }

    @Override
    public void close() {
        topic.close();
    }
}
