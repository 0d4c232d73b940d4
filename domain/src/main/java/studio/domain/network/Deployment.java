package studio.domain.network;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Kind;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.Uid;

/**
 * What a site makes of an endpoint: what its participant decided, what it holds, and how that does; named by endpoint and site.
 *
 * @param meta      name, uid, revision and times
 * @param endpoint  the endpoint
 * @param site      the site
 * @param verdict   what the participant decided last, if it did
 * @param held      the digest of the version that the site accepted or, where nobody had to be asked, said that it has. What is
 *                  accepted stays so while it does not work
 * @param condition how it does
 * @param since     since when
 */
public record Deployment(
        ObjectMeta meta,
        Uid endpoint,
        Uid site,
        Optional<Verdict> verdict,
        Optional<String> held,
        Condition condition,
        Instant since)
        implements Entity {

    /** Deployments. */
    public static final Kind<Deployment> KIND = new Kind<>("deployment", Deployment.class);

    @Override
    public EntityKey key() {
        return key(endpoint, site);
    }

    /** The key for that endpoint at that site. */
    public static EntityKey key(Uid endpoint, Uid site) {
        return new EntityKey(KIND.label(), prefix(endpoint) + site);
    }

    /** What the names of all deployments of that endpoint begin with. */
    public static String prefix(Uid endpoint) {
        return endpoint + ".";
    }

    /** What that site makes of the endpoint, if it has said anything of it. */
    public static Optional<Deployment> find(Endpoint endpoint, Uid site, Entities entities) {
        return entities.find(key(endpoint.meta().uid(), site)).map(Deployment.class::cast);
    }

    /** A site has said nothing of the endpoint until that event. */
    static Deployment none(Endpoint endpoint, Uid site, Recorded<?> recorded) {
        String name = prefix(endpoint.meta().uid()) + site;
        // It may come and go and come again, each time as another.
        Uid uid = new IdSource(name + "@" + recorded.revision(), recorded.at()).next();
        return new Deployment(
                new ObjectMeta(name, uid, recorded.revision(), recorded.at(), recorded.at()),
                endpoint.meta().uid(),
                site,
                Optional.empty(),
                Optional.empty(),
                new Pending(),
                recorded.at());
    }

    /** After the participant decided. What it declines it does not hold any more, whatever it accepted before. */
    Deployment decided(Verdict decision, Recorded<?> recorded) {
        Optional<String> holds = switch (decision) {
            case Accepted accepted -> Optional.of(accepted.digest());
            case Declined declined -> held.filter(digest -> !declined.forbids(digest));
        };
        Deployment now =
                new Deployment(meta.changed(recorded), endpoint, site, Optional.of(decision), holds, condition, since);
        return holds.equals(held) ? now : now.in(new Pending(), recorded.at());
    }

    /**
     * After the site's agent reported. A site that is meant to run the endpoint keeps what it accepted, also while it can't run it;
     * what its participant declined it does not get by saying that it has it.
     *
     * @param report  what it says
     * @param of      the endpoint
     * @param wanted  whether the endpoint is meant to be there
     * @param at      when
     */
    Deployment reported(Report report, Endpoint of, boolean wanted, Instant at) {
        Condition now = report.failure()
                .<Condition>map(Failed::new)
                .orElseGet(() -> report.digest().isPresent() ? new Running() : new Pending());
        boolean gone = report.digest().isEmpty() && report.failure().isEmpty() && !wanted;
        Optional<String> holds = gone
                ? Optional.empty()
                : report.digest()
                        .filter(digest -> of.versions().find(digest).isPresent() && !isForbidden(digest))
                        .or(() -> held);
        return new Deployment(meta, endpoint, site, verdict, holds, condition, since).in(now, at);
    }

    private boolean isForbidden(String digest) {
        return verdict.filter(decision -> decision instanceof Declined declined && declined.forbids(digest))
                .isPresent();
    }

    private Deployment in(Condition now, Instant at) {
        return now.equals(condition) ? this : new Deployment(meta, endpoint, site, verdict, held, now, at);
    }

    /** Says whether it is as if the site had never said anything. */
    boolean saysNothing() {
        return verdict.isEmpty() && held.isEmpty() && condition instanceof Pending;
    }

    /** What a participant decided. */
    public sealed interface Verdict {

        /** The change as the participant saw it. */
        String digest();

        /** How it was decided. */
        Given given();
    }

    /**
     * How something was decided.
     *
     * @param seq       the decision's number among those of the site
     * @param decidedBy who decided, as the site says
     * @param signature the decision signed with the site's key
     */
    public record Given(long seq, String decidedBy, String signature) {}

    /**
     * It may run.
     *
     * @param digest the change as the participant saw it
     * @param inputs what the participant supplies, by key
     * @param given  how it was decided
     */
    public record Accepted(String digest, Set<Label> inputs, Given given) implements Verdict {

        /** Keeps its own copy. */
        public Accepted {
            inputs = Set.copyOf(inputs);
        }
    }

    /**
     * It may not run.
     *
     * @param digest  the change as the participant saw it
     * @param reason  why
     * @param removed whether what was accepted before is to go as well
     * @param given   how it was decided
     */
    public record Declined(String digest, String reason, boolean removed, Given given) implements Verdict {

        /** Says whether it forbids that version. */
        boolean forbids(String version) {
            return removed || digest.equals(version);
        }
    }

    /** How an endpoint does at a site. */
    public sealed interface Condition {}

    /** Nothing runs, and nothing went wrong. */
    public record Pending() implements Condition {}

    /** The version that the site holds runs. */
    public record Running() implements Condition {}

    /**
     * Something went wrong.
     *
     * @param reason what
     */
    public record Failed(String reason) implements Condition {}

    /** What a site's participant makes of a change. */
    public enum Standing {
        /** It may run. */
        ACCEPTED,
        /** It may not run. */
        DECLINED,
        /** It waits for a decision. */
        PROPOSED
    }

    /** What a participant makes of a change: what it decided about that very change, else what its policy says now, else it waits. */
    public static Standing standing(
            Optional<Deployment> deployment, AcceptancePolicy policy, String digest, Instant now) {
        return deployment
                .flatMap(Deployment::verdict)
                .filter(verdict -> verdict.digest().equals(digest))
                .map(verdict -> switch (verdict) {
                    case Accepted accepted -> Standing.ACCEPTED;
                    case Declined declined -> Standing.DECLINED;
                })
                .orElseGet(() -> policy.acceptsAll(now) ? Standing.ACCEPTED : Standing.PROPOSED);
    }

    /**
     * A change as a participant saw it.
     *
     * @param endpoint the endpoint
     * @param digest   what was seen
     * @param inputs   what the participant supplies, by key
     */
    public record Choice(Uid endpoint, String digest, Set<Label> inputs) {

        /** Keeps its own copy. */
        public Choice {
            inputs = Set.copyOf(inputs);
        }
    }

    /**
     * What a site's agent says of an endpoint.
     *
     * @param endpoint the endpoint
     * @param digest   what it holds; nothing if absent
     * @param failure  why it does not work; it does if absent
     */
    public record Report(Uid endpoint, Optional<String> digest, Optional<String> failure) {}
}
