package studio.domain.network;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Role;
import studio.domain.network.AttachmentEvent.AttachmentDropped;
import studio.domain.network.AttachmentEvent.AttachmentRequested;
import studio.domain.network.NetworkCommand.ChangeNetwork;
import studio.domain.network.NetworkCommand.CreateNetwork;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.domain.network.NetworkCommand.SuspendNetwork;
import studio.domain.network.NetworkEvent.NetworkChanged;
import studio.domain.network.NetworkEvent.NetworkCreated;
import studio.domain.network.NetworkEvent.NetworkDeleted;
import studio.domain.network.NetworkEvent.NetworkDeletionRequested;
import studio.domain.network.NetworkEvent.NetworkExpired;
import studio.domain.network.NetworkEvent.NetworkRequested;
import studio.domain.network.NetworkEvent.NetworkResumed;
import studio.domain.network.NetworkEvent.NetworkSuspended;

/** The rules for the network itself. Each costs the same however many sites there are. */
final class NetworkRules {

    /** The longest time that sites can be given to clean up. */
    static final Duration MAX_DELETE_DELAY = Duration.ofDays(Schedule.MAX_DELETE_DELAY_DAYS);

    private NetworkRules() {}

    static Decision<NetworkEvent> create(CreateNetwork command, Entities entities, Facts facts) {
        Name name = entities.stream().name();
        boolean taken = entities.find(Network.KIND, name)
                .filter(old -> !mayTakeOver(facts.actor(), old))
                .isPresent();
        if (taken) {
            return reject(Rejection.alreadyExists(Network.KIND.key(name)));
        }
        // Only users hold the role that making a network takes, so whoever asks can own it.
        Owners owners =
                command.owners().isEmpty() ? Owners.user(Name.of(facts.actor().name())) : command.owners();
        Network.Spec spec = new Network.Spec(
                owners, command.readers(), command.backbone(), command.accessPoints(), command.schedule());
        return unless(
                flaw(spec).or(() -> flawedTimes(spec.schedule(), facts.now())),
                () -> accept(created(spec, entities, facts)));
    }

    /** A freed name stays with those who owned it: somebody else's history hangs on it. */
    private static boolean mayTakeOver(Actor actor, Network old) {
        return actor.is(Role.ADMINISTRATOR) || old.spec().owners().include(actor);
    }

    private static List<NetworkEvent> created(Network.Spec spec, Entities entities, Facts facts) {
        List<NetworkEvent> events = new ArrayList<>();
        events.add(new NetworkCreated(facts.ids().next(), spec));
        events.add(new CertificateRequested(facts.ids().next(), NetworkCertificates.authority(entities)));
        attached(spec.accessPoints(), facts, events);
        return events;
    }

    private static void attached(Set<Name> accessPoints, Facts facts, List<NetworkEvent> events) {
        accessPoints.stream()
                .sorted()
                .forEach(point ->
                        events.add(new AttachmentRequested(point, facts.ids().next())));
    }

    static Decision<NetworkEvent> change(ChangeNetwork command, Network network, Facts facts) {
        Network.Spec old = network.spec();
        Network.Spec spec = new Network.Spec(
                command.owners().orElse(old.owners()),
                command.readers().orElse(old.readers()),
                old.backbone(),
                command.accessPoints().orElse(old.accessPoints()),
                command.schedule().orElse(old.schedule()));
        if (spec.equals(old)) {
            return accept();
        }
        return unless(
                flaw(spec).or(() -> flawedChange(spec.schedule(), network, facts.now())),
                () -> accept(changed(spec, old, facts)));
    }

    private static List<NetworkEvent> changed(Network.Spec spec, Network.Spec old, Facts facts) {
        List<NetworkEvent> events = new ArrayList<>();
        events.add(new NetworkChanged(spec));
        attached(without(spec.accessPoints(), old.accessPoints()), facts, events);
        without(old.accessPoints(), spec.accessPoints()).stream()
                .sorted()
                .forEach(point -> events.add(new AttachmentDropped(point)));
        return events;
    }

    private static Set<Name> without(Set<Name> names, Set<Name> others) {
        return Set.copyOf(names.stream().filter(name -> !others.contains(name)).toList());
    }

    private static Optional<Rejection> flaw(Network.Spec spec) {
        if (spec.owners().isEmpty()) {
            return invalid("owners", "a network needs at least one owner");
        }
        if (spec.accessPoints().isEmpty()) {
            return invalid("accessPoints", "a network needs at least one access point");
        }
        long delay = spec.schedule().deleteDelaySeconds();
        if (delay < 0 || delay > MAX_DELETE_DELAY.toSeconds()) {
            return invalid(
                    "schedule.deleteDelaySeconds",
                    "must be 0 to " + MAX_DELETE_DELAY.toSeconds() + ", which is " + MAX_DELETE_DELAY.toDays()
                            + " days");
        }
        return Limits.owners("owners", spec.owners())
                .or(() -> Limits.owners("readers", spec.readers()))
                .or(() -> Limits.names("accessPoints", spec.accessPoints()))
                .or(() -> flawedOrder(spec.schedule()));
    }

    private static Optional<Rejection> flawedOrder(Schedule schedule) {
        boolean ordered = schedule.endTime()
                .flatMap(end -> schedule.startTime().map(end::isAfter))
                .orElse(true);
        return ordered ? Optional.empty() : invalid("schedule.endTime", "must be after startTime");
    }

    private static Optional<Rejection> flawedTimes(Schedule schedule, Instant now) {
        return flawedStart(schedule, now).or(() -> flawedEnd(schedule, now));
    }

    private static Optional<Rejection> flawedStart(Schedule schedule, Instant now) {
        return schedule.startTime().filter(start -> start.isBefore(now)).isPresent()
                ? invalid("schedule.startTime", "must not be in the past")
                : Optional.empty();
    }

    private static Optional<Rejection> flawedEnd(Schedule schedule, Instant now) {
        return schedule.endTime().filter(end -> !end.isAfter(now)).isPresent()
                ? invalid("schedule.endTime", "must be in the future")
                : Optional.empty();
    }

    /** A time that stays is not asked about: it may have come. */
    private static Optional<Rejection> flawedChange(Schedule schedule, Network network, Instant now) {
        Schedule old = network.spec().schedule();
        boolean otherStart = !schedule.startTime().equals(old.startTime());
        boolean otherEnd = !schedule.endTime().equals(old.endTime());
        if (otherStart && !(network instanceof Network.Scheduled)) {
            return Optional.of(
                    Rejection.ofField(WRONG_STATE, "schedule.startTime", "cannot change: the network has begun"));
        }
        if (otherEnd && network instanceof Network.Expired) {
            return Optional.of(
                    Rejection.ofField(WRONG_STATE, "schedule.endTime", "cannot change: the network has expired"));
        }
        return Optional.<Rejection>empty()
                .or(() -> otherStart ? flawedStart(schedule, now) : Optional.empty())
                .or(() -> otherEnd ? flawedEnd(schedule, now) : Optional.empty());
    }

    private static Optional<Rejection> invalid(String field, String detail) {
        return Optional.of(Rejection.ofField(INVALID_VALUE, field, detail));
    }

    static Decision<NetworkEvent> suspend(SuspendNetwork command, Network network) {
        boolean suspendable = network instanceof Network.Active || network instanceof Network.Suspended;
        if (!suspendable) {
            return reject(WRONG_STATE, "network '" + network.meta().name() + "' is not active");
        }
        return network instanceof Network.Suspended n && n.cause().equals(command.cause())
                ? accept()
                : unless(Limits.text("cause", command.cause()), () -> accept(new NetworkSuspended(command.cause())));
    }

    static Decision<NetworkEvent> resume(Network network) {
        return switch (network) {
            case Network.Suspended n -> accept(new NetworkResumed());
            case Network.Active n -> accept();
            case Network n -> reject(WRONG_STATE, "network '" + n.meta().name() + "' is not suspended");
        };
    }

    /** Waiting for sites makes sense only if there are any and they have time. */
    static Decision<NetworkEvent> delete(DeleteNetwork command, Network network, Entities entities, Facts facts) {
        Duration delay = Duration.ofSeconds(network.spec().schedule().deleteDelaySeconds());
        long sites = Members.count(entities);
        if (command.force() || sites == 0 || delay.isZero()) {
            return accept(new NetworkDeleted(sites));
        }
        return network instanceof Network.Deleting
                ? accept()
                : accept(new NetworkDeletionRequested(facts.now().plus(delay)));
    }

    /** A timer that comes when its time has changed meanwhile has nothing to say; another was set. */
    static Decision<NetworkEvent> activate(Network network, Facts facts) {
        return network instanceof Network.Scheduled && hasBegun(network, facts.now())
                ? accept(new NetworkRequested())
                : accept();
    }

    static boolean hasBegun(Network network, Instant now) {
        return network.spec().schedule().startTime().filter(now::isBefore).isEmpty();
    }

    static Decision<NetworkEvent> expire(Network network, Facts facts) {
        boolean over = network instanceof Network.Expired || network instanceof Network.Deleting;
        return !over && hasEnded(network, facts.now()) ? accept(new NetworkExpired()) : accept();
    }

    static boolean hasEnded(Network network, Instant now) {
        return network.spec()
                .schedule()
                .endTime()
                .filter(end -> !now.isBefore(end))
                .isPresent();
    }

    static Decision<NetworkEvent> purge(Network network, Entities entities, Facts facts) {
        return network instanceof Network.Deleting n && !facts.now().isBefore(n.purgeAt())
                ? accept(new NetworkDeleted(Members.count(entities)))
                : accept();
    }
}
