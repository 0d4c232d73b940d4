package studio.agent.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.agent.decide.Change;
import studio.agent.member.Component.State;
import studio.agent.platform.Observed;
import studio.domain.network.Endpoint;
import studio.domain.network.Group;
import studio.domain.network.Ref;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.feed.frame.ItemStatus;

/** Says what is at the site: what is in force, and what still runs though it is not. */
final class Components {

    private final Site site;
    private final Map<String, ItemStatus> statuses;

    private Components(Site site, List<ItemStatus> statuses) {
        this.site = site;
        this.statuses = statuses.stream().collect(Collectors.toMap(ItemStatus::key, Function.identity()));
    }

    static List<Component> of(Site site, List<ItemStatus> statuses) {
        return new Components(site, statuses).all();
    }

    private List<Component> all() {
        List<Component> all = new ArrayList<>();
        for (Item item : site.judgement().inForce()) {
            switch (item.spec()) {
                case ItemSpec.Process process -> all.add(process(process));
                case ItemSpec.Ingress ingress -> all.add(ingress(item, ingress));
                case ItemSpec.Egress egress -> all.add(egress(item, egress));
                case ItemSpec other -> {}
            }
        }
        site.workloads().values().stream()
                .filter(observed ->
                        all.stream().noneMatch(each -> each.endpoint().equals(observed.endpoint())))
                .forEach(observed -> all.add(left(observed)));
        return all;
    }

    private Component process(ItemSpec.Process process) {
        Ref endpoint = process.endpoint();
        Group.OfProcess group = process.group();
        Observed observed = Optional.ofNullable(
                        site.workloads().get(endpoint.name().value()))
                .orElseGet(() ->
                        new Observed(endpoint, process.digest(), Observed.State.APPLYING, Optional.empty(), List.of()));
        List<Integer> ports = group.image().content().ports().stream().sorted().toList();
        List<String> listens = observed.instances().stream()
                .flatMap(instance -> ports.stream().map(port -> instance.host() + ":" + port))
                .toList();
        List<String> connects = group.listeners()
                .map(listener ->
                        listener.binding().service() + " at " + site.reach().listenHost() + ":" + listener.port())
                .toList();
        return component(observed, Optional.of(group), listens, connects);
    }

    private Component component(
            Observed observed, Optional<Group.OfProcess> group, List<String> listens, List<String> connects) {
        Optional<Observed.Instance> first = observed.instances().stream().findFirst();
        return new Component(
                observed.endpoint(),
                Endpoint.Sort.PROCESS,
                state(observed.state()),
                observed.reason(),
                first.flatMap(Observed.Instance::pid),
                observed.instances().stream()
                        .mapToInt(Observed.Instance::restarts)
                        .sum(),
                first.flatMap(Observed.Instance::since).orElseGet(() -> wantedSince(observed.endpoint())),
                group.map(each ->
                        each.image().library().name() + "/" + each.image().image()),
                group.map(each -> each.image().version().toString()),
                listens,
                connects);
    }

    private Instant wantedSince(Ref endpoint) {
        return site.judgement().changes().stream()
                .filter(change -> change.endpoint().equals(endpoint))
                .map(Change::since)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static State state(Observed.State state) {
        return switch (state) {
            case APPLYING -> State.APPLYING;
            case RUNNING -> State.RUNNING;
            case FAILED -> State.FAILED;
            case STOPPED -> State.STOPPED;
        };
    }

    private Component left(Observed observed) {
        return component(observed, Optional.empty(), List.of(), List.of());
    }

    private Component ingress(Item item, ItemSpec.Ingress ingress) {
        List<String> listens = site.judgement().inForce().stream()
                .filter(each -> each.key().equals(item.key())
                        || (each.spec() instanceof ItemSpec.Instance instance
                                && instance.endpoint().equals(ingress.endpoint())))
                .flatMap(each -> Optional.ofNullable(statuses.get(each.key())).stream())
                .filter(status -> status.state().equals("applied"))
                .map(ItemStatus::detail)
                .filter(place -> !place.isEmpty())
                .toList();
        return ofRouter(item, ingress.endpoint(), Endpoint.Sort.INGRESS, listens, List.of());
    }

    private Component egress(Item item, ItemSpec.Egress egress) {
        Endpoint.EgressSpec spec = egress.group().spec();
        String target =
                spec.host().orElse("?") + ":" + spec.port().map(String::valueOf).orElse("?");
        return ofRouter(item, egress.endpoint(), Endpoint.Sort.EGRESS, List.of(), List.of(target));
    }

    private Component ofRouter(
            Item item, Ref endpoint, Endpoint.Sort sort, List<String> listens, List<String> connects) {
        Optional<ItemStatus> status = Optional.ofNullable(statuses.get(item.key()));
        State state = status.map(each -> switch (each.state()) {
                    case "applied", "observed" -> State.RUNNING;
                    case "failed" -> State.FAILED;
                    default -> State.APPLYING;
                })
                .orElse(State.APPLYING);
        return new Component(
                endpoint,
                sort,
                state,
                status.filter(each -> state == State.FAILED).map(ItemStatus::detail),
                Optional.empty(),
                0,
                wantedSince(endpoint),
                Optional.empty(),
                Optional.empty(),
                listens,
                connects);
    }
}
