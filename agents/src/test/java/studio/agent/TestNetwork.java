package studio.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.agent.decide.Statement;
import studio.agent.decide.Verdict;
import studio.domain.StreamType;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.library.ArchiveUrl;
import studio.domain.library.Artifacts;
import studio.domain.library.ImageContent;
import studio.domain.library.ImageSnapshot;
import studio.domain.library.OfferedService;
import studio.domain.library.RequiredService;
import studio.domain.library.Resources;
import studio.domain.library.ServiceName;
import studio.domain.library.ServiceScope;
import studio.domain.library.VersionName;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Allocation;
import studio.domain.network.Attachment;
import studio.domain.network.Census;
import studio.domain.network.DecisionCommand;
import studio.domain.network.Deployment;
import studio.domain.network.EdgeLink;
import studio.domain.network.Endpoint;
import studio.domain.network.EndpointCommand;
import studio.domain.network.Label;
import studio.domain.network.MemberEvent;
import studio.domain.network.MemberInvitation;
import studio.domain.network.Network;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkDecider;
import studio.domain.network.NetworkEvent;
import studio.domain.network.Ref;
import studio.domain.network.Schedule;
import studio.domain.network.ServiceLink;
import studio.domain.network.ServiceLinkCommand;
import studio.domain.plan.Document;
import studio.domain.plan.Item;
import studio.feed.frame.Frame;

/** An application network that runs, composed through the real decider and planned by the real planner. */
public final class TestNetwork {

    private static final Uid NETWORK = new Uid(UUID.fromString("019a0000-0000-7000-8000-000000000000"));
    private static final Actor OWNER = Actor.user(Name.of("nora"), Set.of(), Set.of());
    private static final int OFFERED_PORT = 8080;
    private static final int REQUIRED_PORT = 5432;

    private final EntityMap entities = new EntityMap(StreamType.NETWORK.key(Name.of("shop")));
    private final Map<Uid, Ref> invitations = new HashMap<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private long revision;
    private int commands;

    public TestNetwork() {
        Schedule schedule = new Schedule(Optional.empty(), Optional.empty(), 60);
        Network.Spec spec = new Network.Spec(
                Owners.user(Name.of("nora")), Owners.NOBODY, Name.of("acme"), Set.of(Name.of("paris")), schedule);
        put(new Network.Active(meta("shop", NETWORK), spec), new Census(meta("shop", NETWORK), 0));
    }

    public Uid uid() {
        return NETWORK;
    }

    public String vanId() {
        return NETWORK.base32Hex();
    }

    public Instant now() {
        return now;
    }

    private ObjectMeta meta(String name, Uid uid) {
        return new ObjectMeta(name, uid, revision + 1, now, now);
    }

    private Uid uid(String purpose) {
        return new IdSource(purpose + "#" + revision + "#" + ++commands, now).next();
    }

    private void put(Entity... made) {
        now = now.plus(Duration.ofMillis(1));
        revision++;
        entities.apply(Stream.of(made).map(Change::put).toList());
    }

    /** Lets a site in, by an invitation of its own. */
    public synchronized Ref site(String name, AcceptancePolicy policy) {
        MemberInvitation.Terms terms = new MemberInvitation.Terms(
                Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, Set.of(), false);
        MemberInvitation made = new MemberInvitation.Ready(
                meta(name + "-invitation", uid(name)), new MemberInvitation.Spec(terms, Set.of(), List.of()), 0);
        put(made);
        Ref invitation = new Ref(Name.of(name + "-invitation"), made.meta().uid());
        Ref site = new Ref(Name.of(name), uid(name));
        invitations.put(site.uid(), invitation);
        append(List.of(
                new MemberEvent.SiteAdmitted(
                        site,
                        invitation,
                        Set.of(),
                        Platform.LINUX,
                        Digest.ofText(site.uid().toString()),
                        Set.of(),
                        policy),
                new MemberEvent.SiteJoined(site)));
        return site;
    }

    /** Lets the site connect there. */
    public synchronized void connects(Ref site, String accessPoint, Place at) {
        Name name = Name.of(accessPoint);
        Ref invitation = Optional.ofNullable(invitations.get(site.uid())).orElseThrow();
        if (entities.find(Attachment.KIND, name).isEmpty()) {
            put(new Attachment.Ready(
                    meta(accessPoint, uid(accessPoint)),
                    new Attachment.Endpoint(uid("a"), at.point(), "localhost", at.port(), at.authority())));
        }
        put(new EdgeLink(
                meta(invitation.name() + "." + accessPoint, uid("link")), invitation.name(), name, at.priority()));
    }

    /** Where sites connect. */
    public record Place(Uid point, int port, String authority, int priority) {}

    /** The owner gives that command, which is accepted. */
    public synchronized void given(NetworkCommand command) {
        Decision<NetworkEvent> decision = submit(OWNER, command);
        assertThat(decision).as("%s", decision).isInstanceOf(Decision.Accepted.class);
    }

    private Decision<NetworkEvent> submit(Actor actor, NetworkCommand command) {
        Facts facts = new Facts(now, new IdSource("command-" + ++commands, now), actor);
        Decision<NetworkEvent> decision = Decision.unless(
                NetworkDecider.INSTANCE.authorise(command, entities, actor),
                () -> NetworkDecider.INSTANCE.decide(command, entities, facts));
        if (decision instanceof Decision.Accepted<NetworkEvent> accepted) {
            append(accepted.events());
        }
        return decision;
    }

    private void append(List<NetworkEvent> events) {
        for (NetworkEvent event : events) {
            entities.apply(NetworkDecider.INSTANCE.evolve(new Recorded<>(++revision, now, event), entities));
        }
        now = now.plus(Duration.ofMillis(1));
    }

    /** The network hears what a site says that it decided. */
    public synchronized Frame.Decided hears(Ref site, Frame.Decide frame) {
        Verdict verdict = Verdict.find(frame.verdict()).orElseThrow();
        if (!verdict.isAboutAChange()) {
            return new Frame.Decided(frame.seq(), "accepted", "");
        }
        String signature =
                StandardCharsets.US_ASCII.decode(frame.signature().duplicate()).toString();
        Map<String, String> inputs = new Statement(
                        1,
                        frame.endpoint(),
                        frame.digest(),
                        verdict,
                        "",
                        StandardCharsets.UTF_8
                                .decode(frame.inputs().duplicate())
                                .toString(),
                        frame.by(),
                        now,
                        signature)
                .inputValues();
        List<Deployment.Choice> choices = List.of(new Deployment.Choice(
                Uid.parse(frame.endpoint()),
                frame.digest(),
                inputs.entrySet().stream()
                        .map(input -> new Label(input.getKey(), input.getValue()))
                        .collect(Collectors.toSet())));
        NetworkCommand command = verdict == Verdict.ACCEPT
                ? new DecisionCommand.AcceptChanges(site.uid(), frame.seq(), choices, frame.by(), signature)
                : new DecisionCommand.DeclineChanges(
                        site.uid(),
                        frame.seq(),
                        choices,
                        frame.reason(),
                        verdict == Verdict.DECLINE_AND_REMOVE,
                        frame.by(),
                        signature);
        Actor agent = new Actor(Actor.Type.SITE, site.uid().toString(), Set.of(), Set.of());
        return submit(agent, command) instanceof Decision.Rejected<NetworkEvent> rejected
                ? new Frame.Decided(
                        frame.seq(),
                        rejected.rejection().reason().name().toLowerCase(Locale.ROOT),
                        rejected.rejection().detail())
                : new Frame.Decided(frame.seq(), "accepted", "");
    }

    /** What that site is to have. */
    public synchronized List<Item> document(Ref site) {
        return Document.of(entities, site.uid());
    }

    public synchronized Endpoint endpoint(String name) {
        return entities.get(Endpoint.KIND, Name.of(name));
    }

    /** A process at these sites. */
    public static EndpointCommand process(String name, ImageSnapshot image, Ref... sites) {
        return new EndpointCommand.ComposeProcess(Name.of(name), at(sites), image, 1, List.of());
    }

    public static Allocation.Wanted at(Ref... sites) {
        return new Allocation.Wanted(Stream.of(sites).map(Ref::name).collect(Collectors.toSet()), Set.of());
    }

    /** Another image for a process. */
    public static EndpointCommand change(String name, ImageSnapshot image) {
        return new EndpointCommand.ChangeEndpoint(
                Name.of(name),
                Optional.empty(),
                Optional.of(image),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static EndpointCommand ingress(String name, String service, int port, Ref... sites) {
        return new EndpointCommand.ComposeIngress(
                Name.of(name),
                at(sites),
                new Endpoint.IngressSpec(service, port, 1, Endpoint.Exposure.CLUSTER, Endpoint.Fan.SINGLE));
    }

    public static EndpointCommand fanned(String name, String service, int port, Ref... sites) {
        return new EndpointCommand.ComposeIngress(
                Name.of(name),
                at(sites),
                new Endpoint.IngressSpec(
                        service, port, 10, Endpoint.Exposure.HOST_PORT, Endpoint.Fan.PER_OFFERING_SITE));
    }

    public static EndpointCommand egress(String name, String service, Ref... sites) {
        return new EndpointCommand.ComposeEgress(
                Name.of(name), at(sites), new Endpoint.EgressSpec(service, Optional.empty(), Optional.empty()));
    }

    public static NetworkCommand link(String name, String service, ServiceLink.Member... members) {
        return new ServiceLinkCommand.LinkService(
                Name.of(name), service, Set.of(members), ServiceLink.Scope.NETWORK, ServiceLink.Distribution.BALANCED);
    }

    /** Gives a link other members. */
    public static NetworkCommand relink(String name, ServiceLink.Member... members) {
        return new ServiceLinkCommand.ChangeServiceLink(
                Name.of(name), Optional.of(Set.of(members)), Optional.empty(), Optional.empty());
    }

    public static ServiceLink.Member offers(String endpoint) {
        return new ServiceLink.Member(Name.of(endpoint), ServiceLink.Role.OFFERS);
    }

    public static ServiceLink.Member requires(String endpoint) {
        return new ServiceLink.Member(Name.of(endpoint), ServiceLink.Role.REQUIRES);
    }

    /** An archive that nobody can fetch. */
    public static final Artifacts.Archive NOWHERE = new Artifacts.Archive(
            new ArchiveUrl("http://localhost:1/archive.tgz"), new Digest("ab".repeat(32)), List.of("bin/run"));

    /** That version of an image that offers services from port 8080 on and requires others from 5432 on. */
    public static ImageSnapshot image(
            String name, String version, Artifacts.Archive archive, List<String> offers, List<String> requires) {
        ImageContent content = new ImageContent(
                false,
                new Artifacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(archive)),
                List.of(),
                IntStream.range(0, offers.size())
                        .mapToObj(i -> OFFERED_PORT + i)
                        .collect(Collectors.toSet()),
                Resources.UNSAID,
                IntStream.range(0, offers.size())
                        .mapToObj(i -> new OfferedService(
                                ServiceName.parse(offers.get(i)), OFFERED_PORT + i, ServiceScope.NETWORK))
                        .toList(),
                IntStream.range(0, requires.size())
                        .mapToObj(i -> required(ServiceName.parse(requires.get(i)), REQUIRED_PORT + i))
                        .toList());
        return new ImageSnapshot(
                StreamKey.parse("library/acme"), 7, Name.of(name), VersionName.of(version), content, content.digest());
    }

    private static RequiredService required(ServiceName name, int port) {
        return new RequiredService(name, name.name(), port, false);
    }
}
