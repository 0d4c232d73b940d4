package studio.agent.decide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import studio.domain.kernel.Uid;
import studio.domain.network.Binding;
import studio.domain.network.Endpoint;
import studio.domain.network.Group;
import studio.domain.network.ServiceLink;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;

/**
 * What of a document is in force when these versions of its endpoints are: each item as it belongs to the version that is held,
 * with all placeholders filled.
 */
final class InForce {

    private final Uid site;
    private final Map<Uid, Held> held;

    /**
     * A version that the site holds.
     *
     * @param version the version
     * @param inputs  what the participant supplied for it
     */
    record Held(Offered.Version version, Map<String, String> inputs) {

        Optional<Group.OfProcess> process() {
            return version.group() instanceof Group.OfProcess process ? Optional.of(process) : Optional.empty();
        }
    }

    private InForce(Uid site, Map<Uid, Held> held) {
        this.site = site;
        this.held = held;
    }

    /** The items that are in force. */
    static List<Item> of(List<Item> document, Uid site, Map<Uid, Held> held) {
        InForce inForce = new InForce(site, held);
        return document.stream()
                .flatMap(
                        item -> inForce
                                .spec(item)
                                .map(spec -> new Item(item.key(), item.digest(), spec, List.of(), item.cause()))
                                .stream())
                .toList();
    }

    private Optional<ItemSpec> spec(Item item) {
        return switch (item.spec()) {
            case ItemSpec.Process process ->
                held(process.endpoint().uid()).map(version -> version.version().spec());
            case ItemSpec.Ingress ingress ->
                held(ingress.endpoint().uid())
                        .map(version ->
                                filled((ItemSpec.Ingress) version.version().spec()));
            case ItemSpec.Egress egress ->
                held(egress.endpoint().uid())
                        .map(version ->
                                filled((ItemSpec.Egress) version.version().spec(), version.inputs()));
            case ItemSpec.Connector connector -> connector(item, connector);
            case ItemSpec.Listener listener -> listener(item);
            case ItemSpec.Instance instance -> instance(item, instance);
            case ItemSpec ofSite -> Optional.of(ofSite);
        };
    }

    private Optional<Held> held(Uid endpoint) {
        return Optional.ofNullable(held.get(endpoint));
    }

    private ItemSpec filled(ItemSpec.Ingress ingress) {
        return new ItemSpec.Ingress(
                ingress.endpoint(),
                ingress.digest(),
                ingress.group(),
                ingress.address().map(this::filled));
    }

    /** The target is the one that the participant named, where the endpoint leaves it open. */
    private ItemSpec filled(ItemSpec.Egress egress, Map<String, String> inputs) {
        Endpoint.EgressSpec spec = egress.group().spec();
        Group.OfEgress group = new Group.OfEgress(
                egress.group().name(),
                new Endpoint.EgressSpec(
                        spec.service(),
                        spec.host().or(() -> Optional.ofNullable(inputs.get(Inputs.HOST))),
                        spec.port()
                                .or(() -> Optional.ofNullable(inputs.get(Inputs.PORT))
                                        .map(Integer::valueOf))),
                egress.group().bindings());
        return new ItemSpec.Egress(egress.endpoint(), egress.digest(), group, filled(egress.addresses()));
    }

    /** A version has the connector if it serves in its link, at its port and as far. */
    private Optional<ItemSpec> connector(Item item, ItemSpec.Connector any) {
        return held(any.endpoint().uid())
                .flatMap(holds -> holds.process()
                        .flatMap(group -> chosen(
                                item,
                                Set.of(holds.version().digest()),
                                spec -> spec instanceof ItemSpec.Connector connector && has(group, connector)))
                        .map(spec -> (ItemSpec.Connector) spec)
                        .map(connector -> new ItemSpec.Connector(
                                connector.endpoint(),
                                connector.link(),
                                connector.service(),
                                connector.port(),
                                filled(connector.addresses()))));
    }

    private static boolean has(Group.OfProcess group, ItemSpec.Connector connector) {
        return group.connectors()
                .anyMatch(part -> part.port() == connector.port()
                        && part.binding().service().equals(connector.service())
                        && isOf(part.binding(), connector.link(), connector.addresses()));
    }

    /** A listener is shared by all groups that connect in its link: it is there while one of them is held. */
    private Optional<ItemSpec> listener(Item item) {
        Collection<Held> all = held.values();
        Set<String> digests = Set.copyOf(
                all.stream().map(holds -> holds.version().digest()).distinct().toList());
        List<Group.OfProcess> groups =
                all.stream().flatMap(holds -> holds.process().stream()).toList();
        return chosen(
                        item,
                        digests,
                        spec -> spec instanceof ItemSpec.Listener listener
                                && groups.stream().anyMatch(group -> has(group, listener)))
                .map(spec -> (ItemSpec.Listener) spec)
                .map(listener -> new ItemSpec.Listener(
                        listener.link(), listener.host(), listener.port(), filled(listener.address())));
    }

    private static boolean has(Group.OfProcess group, ItemSpec.Listener listener) {
        return group.listeners()
                .anyMatch(part -> part.port() == listener.port()
                        && part.host().equals(listener.host())
                        && isOf(part.binding(), listener.link(), List.of(listener.address())));
    }

    private Optional<ItemSpec> instance(Item item, ItemSpec.Instance any) {
        return held(any.endpoint().uid())
                .map(holds -> holds.version().digest())
                .flatMap(digest -> chosen(
                        item,
                        Set.of(digest),
                        spec -> spec instanceof ItemSpec.Instance instance
                                && instance.digest().equals(digest)))
                .map(spec -> (ItemSpec.Instance) spec)
                .map(instance -> new ItemSpec.Instance(
                        instance.endpoint(),
                        instance.digest(),
                        instance.peer(),
                        instance.name(),
                        instance.port(),
                        filled(instance.address())));
    }

    /** Of those that fit the one that is named by a digest that is held; else the newest: equal ones are there once. */
    private static Optional<ItemSpec> chosen(Item item, Set<String> digests, Predicate<ItemSpec> fits) {
        Stream<ItemSpec> named = item.previous().stream()
                .filter(previous -> digests.contains(previous.digest()))
                .map(Item.Previous::spec);
        Stream<ItemSpec> all =
                Stream.concat(Stream.of(item.spec()), item.previous().stream().map(Item.Previous::spec));
        List<ItemSpec> fitting =
                new ArrayList<>(Stream.concat(named, all).filter(fits).toList());
        return fitting.stream().findFirst();
    }

    /** An address says by its shape how far it reaches and who serves it. */
    private static boolean isOf(Binding binding, Uid link, List<String> addresses) {
        return binding.link().uid().equals(link) && addresses.stream().allMatch(address -> isOf(binding, address));
    }

    private static boolean isOf(Binding binding, String address) {
        boolean closest = address.contains("/closest/");
        boolean wantsClosest = binding.distribution() == ServiceLink.Distribution.CLOSEST;
        boolean reaches = switch (binding.scope()) {
            case NETWORK -> !address.contains("/c/");
            case SITE_CLASS -> address.contains("/c/") || address.contains("/s/");
            case SITE -> address.contains("/s/");
        };
        return closest == wantsClosest && reaches;
    }

    private List<String> filled(List<String> addresses) {
        return addresses.stream().map(this::filled).toList();
    }

    private String filled(String address) {
        return address.replace(ItemSpec.SITE_UID, site.toString());
    }
}
