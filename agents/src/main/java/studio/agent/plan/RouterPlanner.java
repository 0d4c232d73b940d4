package studio.agent.plan;

import static studio.agent.plan.Plan.Why.LAST_LINK;
import static studio.agent.plan.Plan.Why.NEEDS;
import static studio.agent.plan.Plan.Why.PORT_TAKEN;
import static studio.agent.plan.Plan.Why.RESTING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.agent.plan.ObservedRouter.Listening;
import studio.agent.plan.Reason.Kind;
import studio.agent.router.Connector;
import studio.agent.router.EntityType;
import studio.agent.router.Listener;
import studio.agent.router.Observed;
import studio.agent.router.RouterEntity;
import studio.agent.router.SslProfile;

/** Plans one round: from what a router shows to what is wanted. */
public final class RouterPlanner {

    private final Map<String, RouterEntity> wanted;
    private final ObservedRouter router;
    private final Memory memory;
    private final Map<String, Observed> own;

    private final List<RouterEntity> created = new ArrayList<>();
    private final List<RouterEntity> updated = new ArrayList<>();
    private final List<Observed> deleted = new ArrayList<>();
    private final Map<String, Reason> reasons = new HashMap<>();
    private final List<Plan.Waiting> waiting = new ArrayList<>();

    private RouterPlanner(Desired desired, ObservedRouter router, Memory memory) {
        this.router = router;
        this.memory = memory;
        this.own = router.own().collect(Collectors.toMap(Observed::name, entity -> entity, (one, two) -> one));
        this.wanted = desired.entities().values().stream()
                .map(this::inSlot)
                .collect(Collectors.toMap(RouterEntity::name, entity -> entity));
    }

    /** Plans what has to be done. */
    public static Plan plan(Desired desired, ObservedRouter router, Memory memory) {
        RouterPlanner planner = new RouterPlanner(desired, router, memory);
        planner.wanted.values().stream()
                .sorted(Comparator.comparing(RouterEntity::name))
                .forEach(planner::compare);
        planner.holdDependants();
        planner.removeUnwanted();
        planner.replaceUsers();
        planner.keepLastLinks();
        return planner.ordered();
    }

    /** Wants a connector under the one of its names where the router has it already. */
    private RouterEntity inSlot(RouterEntity entity) {
        if (entity instanceof Connector connector) {
            Connector twin = connector.named(Slot.other(connector.name()));
            boolean there = has(connector);
            return !there && has(twin) ? twin : connector;
        }
        return entity;
    }

    private boolean has(RouterEntity entity) {
        return Optional.ofNullable(own.get(entity.name()))
                .filter(entity::equivalent)
                .isPresent();
    }

    private void compare(RouterEntity entity) {
        Optional<Observed> present = Optional.ofNullable(own.get(entity.name()));
        if (memory.resting().contains(entity.name())) {
            waiting.add(new Plan.Waiting(entity.name(), RESTING));
        } else if (router.is(entity.name(), Listening.ANOTHER)) {
            waiting.add(new Plan.Waiting(entity.name(), PORT_TAKEN));
        } else if (present.isEmpty()) {
            create(entity, Reason.of(Kind.MISSING));
        } else {
            compare(entity, present.get());
        }
    }

    private void compare(RouterEntity entity, Observed present) {
        Difference difference = Difference.between(entity, present);
        if (!difference.isNone()) {
            change(entity, present, difference);
        } else if (isSilent(present)) {
            replace(
                    entity,
                    present,
                    new Reason(Kind.NOT_LISTENING, present.complaint().orElse("")));
        } else if (memory.mistrusted().contains(entity.name()) && Difference.isUpdatable(entity.type())) {
            update(entity, Reason.of(Kind.MISTRUSTED));
        }
    }

    private void change(RouterEntity entity, Observed present, Difference difference) {
        Reason reason = new Reason(Kind.CHANGED, difference.toString());
        if (difference.canBeUpdated()) {
            update(entity, reason);
        } else {
            replace(entity, present, reason);
        }
    }

    private boolean isSilent(Observed present) {
        return router.is(present.name(), Listening.NOBODY)
                || (memory.retrying()
                        && present.type() == EntityType.TCP_LISTENER
                        && present.complaint().isPresent());
    }

    /** What was refused keeps waiting whoever needs it, and whatever it guards. */
    private void holdDependants() {
        Set<String> resting = memory.resting();
        Stream.concat(created.stream(), updated.stream())
                .filter(entity -> before(entity).stream().anyMatch(resting::contains)
                        || guards(entity).stream().anyMatch(resting::contains))
                .toList()
                .forEach(entity -> {
                    created.remove(entity);
                    updated.remove(entity);
                    deleted.removeIf(present -> present.name().equals(entity.name()));
                    waiting.add(new Plan.Waiting(entity.name(), NEEDS));
                });
    }

    private void removeUnwanted() {
        own.values().stream()
                .filter(present -> !wanted.containsKey(present.name()))
                .forEach(present -> delete(present, Reason.of(Kind.UNWANTED)));
    }

    /** Whoever uses a profile that is made anew would go on with what the old one had loaded. */
    private void replaceUsers() {
        Set<String> anew = created.stream()
                .filter(SslProfile.class::isInstance)
                .map(RouterEntity::name)
                .filter(own::containsKey)
                .collect(Collectors.toSet());
        for (RouterEntity entity : List.copyOf(wanted.values())) {
            Optional<String> profile =
                    entity.needs().stream().filter(anew::contains).findFirst();
            Observed present = own.get(entity.name());
            if (profile.isPresent() && present != null && !deleted.contains(present)) {
                replace(entity, present, new Reason(Kind.PROFILE_REPLACED, profile.get()));
            }
        }
    }

    /** Of each role one connector that works stays until another one does, if any are wanted. */
    private void keepLastLinks() {
        Map<String, List<Observed>> working = own.values().stream()
                .filter(present -> present.type() == EntityType.CONNECTOR && present.isConnected())
                .collect(Collectors.groupingBy(present -> present.text("role").orElse("")));
        working.forEach((role, links) -> {
            boolean oneStays = links.stream().anyMatch(link -> !deleted.contains(link));
            boolean anyWanted = wanted.values().stream()
                    .anyMatch(entity -> entity instanceof Connector connector
                            && connector.role().word().equals(role));
            if (!oneStays && anyWanted) {
                links.stream().min(Comparator.comparing(Observed::name)).ifPresent(this::keep);
            }
        });
    }

    private void keep(Observed link) {
        deleted.remove(link);
        waiting.add(new Plan.Waiting(link.name(), LAST_LINK));
        Optional.ofNullable(wanted.get(link.name()))
                .filter(created::remove)
                .filter(Connector.class::isInstance)
                .map(Connector.class::cast)
                .map(connector -> connector.named(Slot.other(connector.name())))
                .filter(twin -> !own.containsKey(twin.name()))
                .ifPresent(twin -> create(twin, reasons.getOrDefault(link.name(), Reason.of(Kind.CHANGED))));
        keepProfileOf(link);
    }

    /** A profile can't be made anew below a connection that has to stay. */
    private void keepProfileOf(Observed link) {
        deleted.stream()
                .filter(present ->
                        present.type() == EntityType.SSL_PROFILE && link.refersTo("sslProfile", present.name()))
                .toList()
                .forEach(profile -> {
                    deleted.remove(profile);
                    created.removeIf(entity -> entity.name().equals(profile.name()));
                    waiting.add(new Plan.Waiting(profile.name(), LAST_LINK));
                });
    }

    private void create(RouterEntity entity, Reason reason) {
        created.add(entity);
        reasons.put(entity.name(), reason);
    }

    private void update(RouterEntity entity, Reason reason) {
        updated.add(entity);
        reasons.put(entity.name(), reason);
    }

    private void delete(Observed present, Reason reason) {
        deleted.add(present);
        reasons.putIfAbsent(present.name(), reason);
    }

    private void replace(RouterEntity entity, Observed present, Reason reason) {
        created.add(entity);
        deleted.add(present);
        reasons.put(entity.name(), reason);
    }

    private Plan ordered() {
        Stream<RouterOperation> deletes = deleted.stream()
                .sorted(Comparator.comparingInt((Observed present) -> rank(present.type()))
                        .reversed()
                        .thenComparing(Observed::name))
                .map(present -> new RouterOperation.Delete(
                        present.type(), present.name(), reason(present.name()), users(present)));
        Stream<RouterOperation> rest = Stream.concat(updated.stream(), created.stream())
                .sorted(Comparator.comparingInt((RouterEntity entity) -> rank(entity.type()))
                        .thenComparing(RouterEntity::name))
                .map(entity -> updated.contains(entity)
                        ? new RouterOperation.Update(entity, reason(entity.name()), guards(entity))
                        : new RouterOperation.Create(entity, reason(entity.name()), before(entity)));
        return new Plan(Stream.concat(deletes, rest).toList(), waiting);
    }

    /** Who may do what changes first: connections that a profile ends come back at once, under what is then allowed. */
    private static int rank(EntityType type) {
        return switch (type) {
            case VHOST -> 0;
            case ADDRESS -> 1;
            case SSL_PROFILE -> 2;
            case LISTENER -> 3;
            case CONNECTOR -> 4;
            case TCP_LISTENER -> 5;
            case TCP_CONNECTOR -> 6;
        };
    }

    private Reason reason(String name) {
        return reasons.getOrDefault(name, Reason.of(Kind.UNWANTED));
    }

    /** Those that must have gone before a profile or vhost can. */
    private Set<String> users(Observed present) {
        return deleted.stream()
                .filter(other -> other.refersTo("sslProfile", present.name())
                        || present.text("hostname")
                                .filter(host -> other.refersTo("policyVhost", host))
                                .isPresent())
                .map(Observed::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What must be there before an entity can be, and what must have gone. */
    private Set<String> before(RouterEntity entity) {
        Set<String> before = new HashSet<>(entity.needs());
        before.add(entity.name());
        return before;
    }

    /** The vhosts of a profile's listeners: if who may do what could not be said, connections must not be made anew. */
    private Set<String> guards(RouterEntity entity) {
        return wanted.values().stream()
                .filter(Listener.class::isInstance)
                .filter(listener -> listener.needs().contains(entity.name()))
                .flatMap(listener -> listener.needs().stream())
                .filter(need -> !need.equals(entity.name()))
                .collect(Collectors.toSet());
    }
}
