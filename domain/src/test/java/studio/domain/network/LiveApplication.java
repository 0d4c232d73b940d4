package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.StreamType;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Uid;
import studio.domain.plan.Audience;
import studio.domain.plan.Concern;
import studio.domain.plan.Document;
import studio.domain.plan.Item;
import studio.domain.plan.Planner;

/**
 * An application network that runs, with classes and sites that simply are there, and on which an application is composed through the
 * decider. After each change it plans again what {@link Concern} says, and checks that this is what planning from scratch gives.
 */
public final class LiveApplication {

    /** Owns the network. */
    public static final Actor OWNER = Actor.user(Name.of("nora"), Set.of(), Set.of());

    private static final Uid NETWORK = new Uid(UUID.fromString("019a0000-0000-7000-8000-000000000000"));

    private final EntityMap entities = new EntityMap(StreamType.NETWORK.key(Name.of("shop")));
    private final Map<Audience, List<Item>> plans = new HashMap<>();
    private final Set<Audience> audiences = new LinkedHashSet<>();
    private final Map<Uid, Long> seqs = new HashMap<>();
    private final Set<Class<?>> happened = new HashSet<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private long revision;
    private int commands;

    /** A network that runs, without sites. */
    public LiveApplication() {
        Schedule schedule = new Schedule(Optional.empty(), Optional.empty(), 60);
        Network.Spec spec = new Network.Spec(
                Owners.user(Name.of("nora")), Owners.NOBODY, Name.of("acme"), Set.of(Name.of("paris")), schedule);
        audiences.add(new Audience.OfNetwork());
        put(new Network.Active(meta("shop", NETWORK), spec), new Census(meta("shop", NETWORK), 0));
    }

    /** Its entities. */
    public EntityMap entities() {
        return entities;
    }

    /** The time of the next command. */
    public Instant now() {
        return now;
    }

    /** Makes a class of sites. */
    public Ref siteClass(String name) {
        SiteClass made = new SiteClass(meta(name, uid(name)), Set.of(), AcceptancePolicy.Mode.ASK, 0);
        audiences.add(new Audience.OfClass(made.ref()));
        put(made);
        return made.ref();
    }

    /** Invites sites of these classes. */
    public Ref invitation(String name, Ref... classes) {
        MemberInvitation.Terms terms = new MemberInvitation.Terms(
                Stream.of(classes).map(Ref::name).collect(Collectors.toSet()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Set.of(),
                false);
        MemberInvitation made = new MemberInvitation.Ready(
                meta(name, uid(name)), new MemberInvitation.Spec(terms, Set.of(classes), List.of()), 0);
        Ref ref = new Ref(Name.of(name), made.meta().uid());
        audiences.add(new Audience.OfInvitation(ref));
        put(made);
        return ref;
    }

    /** Lets a site in that has these classes, by an invitation of its own. */
    public Ref site(String name, AcceptancePolicy policy, Ref... classes) {
        Ref invitation = invitation(name + "-invitation", classes);
        Ref made = new Ref(Name.of(name), uid(name));
        audiences.add(new Audience.OfSite(made.uid()));
        MemberEvent.SiteAdmitted admitted = new MemberEvent.SiteAdmitted(
                made,
                invitation,
                Set.of(classes),
                Platform.KUBERNETES,
                Digest.ofText(made.uid().toString()),
                Set.of(),
                policy);
        append(List.of(admitted, new MemberEvent.SiteJoined(made)));
        return made;
    }

    /** What an object has that is made now. */
    public ObjectMeta meta(String name, Uid uid) {
        return new ObjectMeta(name, uid, revision + 1, now, now);
    }

    /** A uid that was not there before. */
    public Uid uid(String purpose) {
        return new IdSource(purpose + "#" + revision + "#" + ++commands, now).next();
    }

    /** The site of that uid, which there is. */
    public MemberSite member(Ref site) {
        return SiteIndex.find(site.uid(), entities).orElseThrow();
    }

    /** The endpoint of that name, which there is. */
    public Endpoint endpoint(String name) {
        return entities.get(Endpoint.KIND, Name.of(name));
    }

    /** The ingress of that name, which there is. */
    public Endpoint.Ingress ingress(String name) {
        return (Endpoint.Ingress) endpoint(name);
    }

    /** These entities are there now, whoever wanted it. */
    public void put(Entity... made) {
        change(Stream.of(made).map(Change::put).toList());
    }

    /** That happens, whoever wanted it. */
    public void change(List<Change> changes) {
        EntityMap before = copy();
        now = now.plus(Duration.ofMillis(1));
        revision++;
        entities.apply(changes);
        planAgain(changes.stream().map(Change::key).toList(), before);
    }

    /** The owner gives that command, which is accepted. */
    public List<NetworkEvent> given(NetworkCommand command) {
        return accepted(submit(OWNER, command));
    }

    /** The owner gives that command, which is refused for that reason. */
    public Rejection refused(NetworkCommand command, Rejection.Reason reason) {
        return refused(OWNER, command, reason);
    }

    /** That actor gives that command, which is refused for that reason. */
    public Rejection refused(Actor actor, NetworkCommand command, Rejection.Reason reason) {
        Decision<NetworkEvent> decision = submit(actor, command);
        assertThat(decision).isInstanceOf(Decision.Rejected.class);
        Rejection rejection = ((Decision.Rejected<NetworkEvent>) decision).rejection();
        assertThat(rejection.reason()).as(rejection.detail()).isEqualTo(reason);
        return rejection;
    }

    private static List<NetworkEvent> accepted(Decision<NetworkEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<NetworkEvent>) decision).events();
    }

    /** The site accepts what these endpoints are now. */
    public List<NetworkEvent> accepts(Ref site, String... endpoints) {
        return accepted(submit(agent(site), acceptance(site, choices(endpoints))));
    }

    /** A site's acceptance of these changes. */
    public DecisionCommand acceptance(Ref site, List<Deployment.Choice> choices) {
        return new DecisionCommand.AcceptChanges(site.uid(), nextSeq(site), choices, "pat", "c2lnbmVk");
    }

    /** The site declines what these endpoints are now. */
    public List<NetworkEvent> declines(Ref site, String reason, String... endpoints) {
        return accepted(submit(agent(site), refusal(site, reason, false, choices(endpoints))));
    }

    /** A site's refusal of these changes. */
    public DecisionCommand refusal(Ref site, String reason, boolean remove, List<Deployment.Choice> choices) {
        return new DecisionCommand.DeclineChanges(
                site.uid(), nextSeq(site), choices, reason, remove, "pat", "c2lnbmVk");
    }

    /** What these endpoints are now, without inputs. */
    public List<Deployment.Choice> choices(String... endpoints) {
        return Stream.of(endpoints)
                .map(this::endpoint)
                .map(endpoint -> new Deployment.Choice(endpoint.meta().uid(), endpoint.digest(), Set.of()))
                .toList();
    }

    /** The next number of that site's decisions. */
    public long nextSeq(Ref site) {
        return seqs.merge(site.uid(), 1L, Long::sum);
    }

    /** The agent of that site. */
    public static Actor agent(Ref site) {
        return new Actor(Actor.Type.SITE, site.uid().toString(), Set.of(), Set.of());
    }

    /** The site's agent says that it runs what these endpoints are now. */
    public List<NetworkEvent> runs(Ref site, String... endpoints) {
        return reports(
                site,
                Stream.of(endpoints)
                        .map(this::endpoint)
                        .map(endpoint -> new Deployment.Report(
                                endpoint.meta().uid(), Optional.of(endpoint.digest()), Optional.empty()))
                        .toList());
    }

    /** The site's agent says this of what it has. */
    public List<NetworkEvent> reports(Ref site, List<Deployment.Report> reports) {
        Decision<NetworkEvent> decision = DecisionRules.reported(member(site), reports, entities, facts(agent(site)));
        List<NetworkEvent> events = accepted(decision);
        append(events);
        return events;
    }

    private Facts facts(Actor actor) {
        return new Facts(now, new IdSource("command-" + ++commands, now), actor);
    }

    /** Gives a command and, if it is accepted, appends its events. */
    public Decision<NetworkEvent> submit(Actor actor, NetworkCommand command) {
        Map<EntityKey, Entity> before = new TreeMap<>(entities.asMap());
        int number = commands;
        Decision<NetworkEvent> decision = answer(actor, command);
        commands = number;
        assertThat(answer(actor, command)).as("the same answer again").isEqualTo(decision);
        assertThat(entities.asMap()).as("entities after deciding").isEqualTo(before);
        if (decision instanceof Decision.Accepted<NetworkEvent> accepted) {
            append(accepted.events());
        }
        return decision;
    }

    private Decision<NetworkEvent> answer(Actor actor, NetworkCommand command) {
        Facts facts = facts(actor);
        return Decision.unless(
                NetworkDecider.INSTANCE.authorise(command, entities, actor),
                () -> NetworkDecider.INSTANCE.decide(command, entities, facts));
    }

    /** Appends events, whoever decided them. */
    public void append(List<NetworkEvent> events) {
        for (NetworkEvent event : events) {
            happened.add(event.getClass());
            EntityMap before = copy();
            Overlay overlay = new Overlay(before);
            Recorded<NetworkEvent> recorded = new Recorded<>(++revision, now, event);
            List<Change> changes = NetworkDecider.INSTANCE.evolve(recorded, entities);
            overlay.apply(NetworkDecider.INSTANCE.evolve(recorded, overlay));
            entities.apply(changes);
            NetworkDecider.KINDS.forEach(
                    kind -> assertThat(overlay.list(kind)).as("overlay").isEqualTo(entities.list(kind)));
            planAgain(changes.stream().map(Change::key).toList(), before);
        }
        now = now.plus(Duration.ofMillis(1));
    }

    private EntityMap copy() {
        EntityMap copy = new EntityMap(entities.stream());
        entities.forEach(entity -> copy.apply(Change.put(entity)));
        return copy;
    }

    private void planAgain(Collection<EntityKey> changed, EntityMap before) {
        Concern.of(new HashSet<>(changed), before, entities)
                .forEach(audience -> plans.put(audience, Planner.plan(entities, audience)));
        audiences.forEach(audience -> assertThat(plans.getOrDefault(audience, List.of()))
                .as("plan of %s after %s", audience.key(), changed)
                .isEqualTo(Planner.plan(entities, audience)));
    }

    /** What that audience is to have. */
    public List<Item> plan(Audience audience) {
        return plans.getOrDefault(audience, List.of());
    }

    /** What that site is to have. */
    public List<Item> document(Ref site) {
        return Document.of(entities, site.uid());
    }

    /** The keys of what that site is to have. */
    public List<String> keys(Ref site) {
        return document(site).stream().map(Item::key).toList();
    }

    /** The item of that key that the site is to have. */
    public Item item(Ref site, String key) {
        return document(site).stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in " + keys(site)));
    }

    /** The keys of the changes that the site's participant has to decide about. */
    public List<String> changes(Ref site) {
        return Document.changes(entities, site.uid(), now).stream()
                .map(Item::key)
                .toList();
    }

    /** The types of events that ever happened. */
    public Set<Class<?>> happened() {
        return Set.copyOf(happened);
    }

    /** The audiences that there ever were. */
    public List<Audience> audiences() {
        return new ArrayList<>(audiences);
    }
}
