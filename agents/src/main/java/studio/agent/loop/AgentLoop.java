package studio.agent.loop;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.amqp.ManagementOptions;
import studio.agent.amqp.ManagementSession;
import studio.agent.boot.BootFile;
import studio.agent.certificate.CertificateFiles;
import studio.agent.certificate.Rotation;
import studio.agent.plan.Desired;
import studio.agent.plan.ObservedRouter;
import studio.agent.reconcile.EntityStatus;
import studio.agent.reconcile.Observation;
import studio.agent.reconcile.Reconciler;
import studio.agent.reconcile.Round;
import studio.agent.reconcile.Round.Trigger;
import studio.agent.reconcile.TlsPortProbe;
import studio.agent.router.Connector;
import studio.agent.router.RouterEntity;
import studio.agent.router.SslProfile;
import studio.domain.plan.Item;

/** Makes a router fit the newest document, again and again, and reports. What happens outside only wakes it. */
public final class AgentLoop implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(AgentLoop.class);
    private static final int MOST_FOLLOW_UPS = 20;
    private static final double JITTER = 0.2;

    private final Site site;
    private final Reconciler reconciler;
    private final RouterSessions sessions;
    private final Wakeup wakeup = new Wakeup();
    private final Random random = new Random();
    private final LinkWatch watch = new LinkWatch();
    private final Map<String, Rotation> rotations = new HashMap<>();
    private final Thread thread;

    private Optional<List<Item>> applied = Optional.empty();
    private Map<String, Long> oldestValid = Map.of();
    private Map<String, SslProfile> profiles = Map.of();
    private Instant resyncAt;
    private Instant linksAt;
    private int followUps;
    private boolean unfinished = true;

    /**
     * What an agent works with.
     *
     * @param management   how to reach its router
     * @param boot         the router's boot file
     * @param certificates the agent's keys and certificates
     * @param translator   what a document means for the router
     * @param documents    where documents come from
     * @param reports      where reports go
     * @param publicHost   the name by which others reach the router
     * @param pace         how often it does what
     */
    public record Site(
            ManagementOptions management,
            BootFile boot,
            CertificateFiles certificates,
            Translator translator,
            Documents documents,
            Reports reports,
            String publicHost,
            Pace pace) {}

    /** What a document means for a router of some role. */
    @FunctionalInterface
    public interface Translator {

        /** Translates a document, and makes the files that it needs. */
        Translation translate(List<Item> items, CertificateFiles files) throws IOException;
    }

    private final Clock clock;

    /** Starts an agent. */
    public AgentLoop(Vertx vertx, Site site, Clock clock) {
        this.site = site;
        this.clock = clock;
        this.reconciler =
                new Reconciler(new TlsPortProbe(name -> profile(name).files().certificate()), clock);
        this.sessions = new RouterSessions(vertx, site.management(), wakeup::signal);
        this.resyncAt = clock.instant();
        this.linksAt = resyncAt;
        site.documents().onChange(wakeup::signal);
        this.thread = Thread.ofVirtual().name("agent").start(this::run);
    }

    private SslProfile profile(String name) {
        return Optional.ofNullable(profiles.get(name))
                .orElseThrow(() -> new IllegalStateException("there is no profile " + name));
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step();
                wakeup.await(pause());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** One step; whatever goes wrong in it, there is another one. */
    private void step() {
        try {
            Optional<ManagementSession> session = sessions.get();
            Optional<List<Item>> document = site.documents().newest();
            if (session.isEmpty()) {
                unfinished = true;
                site.reports().report(unreachable(sessions.failure()));
            } else if (document.isPresent() && !document.get().isEmpty()) {
                step(session.get(), document.get());
            } else {
                rest();
            }
        } catch (IOException | RuntimeException e) {
            unfinished = true;
            LOGGER.atError().setCause(e).log("A round failed");
        }
    }

    /** Until a document comes there is nothing to look after. */
    private void rest() {
        unfinished = false;
        linksAt = clock.instant().plus(site.pace().links());
        resyncAt = linksAt;
    }

    private void step(ManagementSession session, List<Item> items) throws IOException {
        Optional<Trigger> trigger = trigger(session, items);
        if (trigger.isEmpty()) {
            return;
        }
        Translation translation = site.translator().translate(items, site.certificates());
        Desired desired = desired(translation);
        Round round = reconciler.round(desired, session, trigger.get());
        applied = Optional.of(items);
        followUps = round.isWorthAnother() ? followUps + 1 : 0;
        boolean rotating = round.observation() instanceof Observation.Seen seen && rotate(desired, seen.router());
        unfinished = !round.isConverged() || rotating;
        finish(translation, desired, round);
        site.reports().report(new RoundReport(site, session, items, translation, round, rotations).report());
    }

    private Optional<Trigger> trigger(ManagementSession session, List<Item> items) {
        Instant now = clock.instant();
        boolean resync = !now.isBefore(resyncAt);
        boolean links = !now.isBefore(linksAt);
        if (resync) {
            double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
            resyncAt = now.plusMillis((long) (site.pace().resync().toMillis() * factor));
        }
        if (links) {
            linksAt = now.plus(site.pace().links());
        }
        if (sessions.isFresh()) {
            return Optional.of(Trigger.CONNECTED);
        }
        if (!applied.equals(Optional.of(items))) {
            return Optional.of(Trigger.DESIRED);
        }
        if (resync) {
            return Optional.of(Trigger.RESYNC);
        }
        return unfinished || (links && watch.isChanged(session)) ? Optional.of(Trigger.FOLLOW_UP) : Optional.empty();
    }

    /** What is wanted, with the ordinals below which connections have gone over. */
    private Desired desired(Translation translation) {
        List<RouterEntity> entities = translation.entities().stream()
                .map(entity -> entity instanceof SslProfile profile ? drained(profile) : entity)
                .toList();
        profiles = entities.stream()
                .filter(SslProfile.class::isInstance)
                .map(SslProfile.class::cast)
                .collect(Collectors.toMap(SslProfile::name, profile -> profile));
        return Desired.of(entities);
    }

    private SslProfile drained(SslProfile profile) {
        long oldest = Math.max(profile.oldestValid(), oldestValid.getOrDefault(profile.name(), 0L));
        return new SslProfile(profile.name(), profile.files(), profile.ordinal(), Math.min(oldest, profile.ordinal()));
    }

    /** Sees how far connections have gone over to new certificates; says whether that is still going on. */
    private boolean rotate(Desired desired, ObservedRouter router) {
        Instant now = clock.instant();
        Map<String, Long> oldest = new HashMap<>();
        for (SslProfile profile : profiles.values()) {
            List<Connector> connectors = connectors(profile, desired);
            Rotation rotation = rotations
                    .getOrDefault(profile.name(), Rotation.to(profile.ordinal()))
                    .seen(profile, connectors, router, now);
            rotations.put(profile.name(), rotation);
            oldest.put(
                    profile.name(),
                    rotation.oldestValid(
                            profile, connectors, router, now, site.pace().drain()));
        }
        rotations.keySet().retainAll(profiles.keySet());
        boolean moved = !oldest.equals(oldestValid);
        oldestValid = oldest;
        return moved;
    }

    private static List<Connector> connectors(SslProfile profile, Desired desired) {
        return desired.entities().values().stream()
                .filter(Connector.class::isInstance)
                .map(Connector.class::cast)
                .filter(connector -> connector.profile().equals(profile.name()))
                .toList();
    }

    /** What a restart finds, and what nobody needs any more. */
    private void finish(Translation translation, Desired desired, Round round) throws IOException {
        if (!(round.observation() instanceof Observation.Seen)) {
            return;
        }
        Set<String> taken = new HashSet<>();
        round.statuses().forEach((name, status) -> {
            if (status instanceof EntityStatus.Applied) {
                taken.add(name);
            }
        });
        site.boot().write(desired.entities(), taken);
        if (round.isConverged() && !translation.leaving()) {
            site.certificates().retain(RoundReport.certificates(applied.orElse(List.of()), translation));
        }
    }

    private static SiteReport unreachable(String why) {
        return new SiteReport(
                new SiteReport.Health.Unreachable(why),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                false,
                false);
    }

    private Duration pause() {
        if (unfinished) {
            boolean atOnce = followUps > 0 && followUps < MOST_FOLLOW_UPS;
            return atOnce ? Duration.ZERO : site.pace().retry();
        }
        Instant next = resyncAt.isBefore(linksAt) ? resyncAt : linksAt;
        Duration until = Duration.between(clock.instant(), next);
        return until.isNegative() ? Duration.ZERO : until;
    }

    /** Ends the agent; its router goes on. */
    @Override
    public void close() {
        thread.interrupt();
        sessions.close();
    }
}
