package studio.agent.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.Deployment;
import studio.domain.network.Deployment.Standing;
import studio.domain.network.Group;
import studio.domain.plan.Document;
import studio.domain.plan.Item;
import studio.domain.plan.ItemKind;

/**
 * What a participant's decisions make of a document.
 *
 * @param inForce   what may be applied, with all placeholders filled: of endpoints only what is accepted
 * @param rulings   how each endpoint stands, by the key of its item
 * @param changes   what the network wants, and what the participant makes of it
 * @param decisions the decisions after this look: what was accepted by policy is held from now on
 * @param halted    whether the application stands still
 */
public record Judgement(
        List<Item> inForce, Map<String, Ruling> rulings, List<Change> changes, Decisions decisions, boolean halted) {

    /** Keeps its own copies. */
    public Judgement {
        inForce = List.copyOf(inForce);
        rulings = Map.copyOf(rulings);
        changes = List.copyOf(changes);
    }

    /**
     * How an endpoint stands.
     *
     * @param newest   the digest of what the network wants
     * @param standing what the participant makes of that
     * @param held     the digest that is in force, or would be if the application did not stand still
     * @param reason   why the change was declined
     */
    public record Ruling(String newest, Standing standing, Optional<String> held, Optional<String> reason) {}

    /** Endpoints that are accepted and would be here if the application did not stand still. */
    public Set<Name> standingStill() {
        return halted
                ? decisions.stances().values().stream()
                        .filter(stance -> stance.held().isPresent())
                        .map(stance -> stance.endpoint().name())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Judges a document. */
    public static Judgement of(List<Item> document, Decisions decisions, Instant now) {
        return new Judge(decisions, now).judge(document);
    }

    private static final class Judge {

        private final Decisions decisions;
        private final Instant now;
        private final Map<Uid, Stance> stances;
        private final Map<Uid, InForce.Held> held = new HashMap<>();
        private final Map<String, Ruling> rulings = new HashMap<>();
        private final List<Change> changes = new ArrayList<>();

        private Judge(Decisions decisions, Instant now) {
            this.decisions = decisions;
            this.now = now;
            this.stances = new TreeMap<>(decisions.stances());
        }

        private Judgement judge(List<Item> document) {
            boolean halted = document.stream()
                    .anyMatch(item -> item.kind() == ItemKind.HALT || item.kind() == ItemKind.DECOMMISSION);
            List<Offered> offered = Offered.of(document);
            offered.forEach(this::judge);
            if (!halted) {
                forgetThoseWithout(offered);
            }
            boolean still = halted || decisions.paused();
            List<Item> inForce =
                    InForce.of(Document.of(Stream.of(document)), decisions.site(), still ? Map.of() : held);
            return new Judgement(inForce, rulings, changes, decisions.with(few()), still);
        }

        private void judge(Offered offered) {
            Stance before = decisions.stance(offered.endpoint(), now);
            if (offered.newest().isEmpty()) {
                return;
            }
            Offered.Version newest = offered.newest().get();
            Standing standing = standing(before, newest);
            Optional<Offered.Version> holds = switch (standing) {
                case ACCEPTED -> Optional.of(newest);
                case DECLINED, PROPOSED -> before.held().flatMap(offered::find);
            };
            Stance after = before.seen(newest.digest(), holds.map(Offered.Version::digest), now);
            stances.put(offered.endpoint().uid(), after);
            holds.ifPresent(
                    version -> held.put(offered.endpoint().uid(), new InForce.Held(version, inputs(after, version))));
            Optional<Statement> verdict =
                    after.latest().filter(latest -> latest.digest().equals(newest.digest()));
            rulings.put(
                    offered.key(),
                    new Ruling(
                            newest.digest(),
                            standing,
                            after.held(),
                            verdict.filter(any -> standing == Standing.DECLINED).map(Statement::reason)));
            changes.add(change(offered, newest, after, standing, verdict, holds.map(Offered.Version::group)));
        }

        /** What leaves something open nobody can accept without saying it, not even by policy. */
        private Standing standing(Stance stance, Offered.Version newest) {
            Standing standing = Deployment.standing(
                    Optional.of(stance.deployment(decisions.site())), decisions.policy(), newest.digest(), now);
            boolean complete =
                    Inputs.flaw(newest.group(), inputs(stance, newest)).isEmpty();
            return standing == Standing.ACCEPTED && !complete ? Standing.PROPOSED : standing;
        }

        private static Map<String, String> inputs(Stance stance, Offered.Version version) {
            return stance.acceptance(version.digest())
                    .map(Statement::inputValues)
                    .orElse(Map.of());
        }

        private static Change change(
                Offered offered,
                Offered.Version newest,
                Stance stance,
                Standing standing,
                Optional<Statement> verdict,
                Optional<Group> holds) {
            Optional<Group> before = holds.filter(group -> standing != Standing.ACCEPTED);
            Optional<SequencedMap<String, String>> fieldsNow = holds.map(Comparison::fields);
            SequencedMap<String, String> wanted = Comparison.fields(newest.group());
            return new Change(
                    offered.endpoint(),
                    offered.sort(),
                    newest.digest(),
                    standing,
                    why(offered, newest, before),
                    offered.by(),
                    stance.since(),
                    standing == Standing.ACCEPTED ? Set.of() : Comparison.risks(before, newest.group()),
                    fieldsNow,
                    wanted,
                    fieldsNow
                            .map(fields -> Comparison.difference(fields, wanted))
                            .orElse(List.of()),
                    Inputs.wanted(newest.group()),
                    verdict);
        }

        private static String why(Offered offered, Offered.Version newest, Optional<Group> before) {
            String name = "'" + offered.endpoint().name() + "'";
            String what = switch (newest.group()) {
                case Group.OfProcess process -> "run process " + name + " of " + Comparison.image(process);
                case Group.OfIngress ingress ->
                    "let what comes to port " + ingress.spec().port() + " in by ingress " + name + " to "
                            + ingress.spec().service();
                case Group.OfEgress egress ->
                    "let " + egress.spec().service() + " out by egress " + name + " to "
                            + egress.spec().host().orElse("a host that you say");
            };
            return before.isPresent()
                    ? "The network wants to change what is here, and to " + what
                    : "The network wants to " + what;
        }

        /** What is not meant for the site any more is not held; what was decided stays decided. */
        private void forgetThoseWithout(List<Offered> offered) {
            List<Uid> there =
                    offered.stream().map(each -> each.endpoint().uid()).toList();
            stances.replaceAll((endpoint, stance) -> there.contains(endpoint) ? stance : stance.gone());
        }

        private Map<Uid, Stance> few() {
            if (stances.size() <= Decisions.MOST_STANCES) {
                return stances;
            }
            Map<Uid, Stance> few = new TreeMap<>();
            stances.values().stream()
                    .sorted((one, other) -> {
                        int byHeld = Boolean.compare(
                                other.held().isPresent(), one.held().isPresent());
                        return byHeld != 0 ? byHeld : other.since().compareTo(one.since());
                    })
                    .limit(Decisions.MOST_STANCES)
                    .forEach(stance -> few.put(stance.endpoint().uid(), stance));
            return few;
        }
    }
}
