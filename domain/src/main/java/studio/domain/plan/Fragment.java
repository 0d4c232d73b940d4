package studio.domain.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entities;
import studio.domain.library.ImageContent;
import studio.domain.network.Binding;
import studio.domain.network.Endpoint;
import studio.domain.network.Group;
import studio.domain.network.Label;
import studio.domain.network.ServiceLink;
import studio.domain.network.Slot;
import studio.domain.network.Versions.Version;

/** The items of some endpoints at one place: those of their current versions, and behind them what sites still hold. */
final class Fragment {

    private static final int MAX_NAME = 63;
    private static final int HASH = 8;

    private final Place place;
    private final Entities entities;
    private final Map<String, Variants> items = new TreeMap<>();

    private record Variants(Cause cause, List<Item.Previous> specs) {}

    Fragment(Place place, Entities entities) {
        this.place = place;
        this.entities = entities;
    }

    /** The items of these endpoints. */
    Stream<Item> of(List<Endpoint> endpoints) {
        endpoints.forEach(endpoint -> add(endpoint, true));
        endpoints.forEach(endpoint -> add(endpoint, false));
        return items.entrySet().stream().map(entry -> {
            List<Item.Previous> specs = entry.getValue().specs();
            return Item.of(
                    entry.getKey(),
                    specs.getFirst().spec(),
                    specs.subList(1, specs.size()),
                    entry.getValue().cause());
        });
    }

    private void add(Endpoint endpoint, boolean current) {
        switch (endpoint) {
            case Endpoint.Process process ->
                process.versions().of(current).forEach(version -> addProcess(process, version));
            case Endpoint.Ingress ingress ->
                ingress.versions().of(current).forEach(version -> addIngress(ingress, version));
            case Endpoint.Egress egress -> egress.versions().of(current).forEach(version -> addEgress(egress, version));
        }
    }

    private void add(String key, Endpoint endpoint, Version<?> version, ItemSpec spec) {
        Variants variants = items.computeIfAbsent(
                key, first -> new Variants(new Cause(endpoint.key(), version.since()), new ArrayList<>()));
        if (variants.specs().stream().noneMatch(earlier -> earlier.spec().equals(spec))) {
            variants.specs().add(new Item.Previous(version.digest(), spec));
        }
    }

    private void addProcess(Endpoint.Process process, Version<Group.OfProcess> version) {
        Group.OfProcess group = version.group();
        add(
                "process/" + group.name(),
                process,
                version,
                new ItemSpec.Process(process.ref(), version.digest(), group, env(group)));
        group.connectors().forEach(connector -> {
            Binding binding = connector.binding();
            List<String> addresses = place.served(binding, fansOut(binding));
            ItemSpec spec = new ItemSpec.Connector(
                    process.ref(), binding.link().uid(), binding.service(), connector.port(), addresses);
            add(connectorKey(group, binding), process, version, spec);
        });
        group.listeners()
                .forEach(listener -> place.called(listener.binding())
                        .ifPresent(address -> add(
                                "listener/" + listener.host() + ":" + listener.port(),
                                process,
                                version,
                                new ItemSpec.Listener(
                                        listener.binding().link().uid(), listener.host(), listener.port(), address))));
    }

    /** Of a service that each class has for itself a site of two classes has two connectors. */
    private String connectorKey(Group group, Binding binding) {
        String key = "connector/" + group.name() + "/" + binding.service();
        return binding.scope() == ServiceLink.Scope.SITE_CLASS && place.site().equals(ItemSpec.SITE_UID)
                ? key + "/" + place.classes().getFirst().uid()
                : key;
    }

    /** What the endpoint says counts before where services are found, and that before what the image says. */
    private static List<Label> env(Group.OfProcess group) {
        Map<String, String> env = new TreeMap<>();
        ImageContent content = group.image().content();
        content.env().forEach(variable -> env.put(variable.name(), variable.value()));
        group.listeners().forEach(listener -> {
            String word = listener.host().value().toUpperCase(Locale.ROOT).replace('-', '_');
            env.put(word + "_HOST", listener.host().value());
            env.put(word + "_PORT", String.valueOf(listener.port()));
        });
        group.env().forEach(variable -> env.put(variable.key(), variable.value()));
        return env.entrySet().stream()
                .map(entry -> new Label(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void addIngress(Endpoint.Ingress ingress, Version<Group.OfIngress> version) {
        Group.OfIngress group = version.group();
        Optional<Binding> binding = group.requires().findFirst();
        Optional<String> address = binding.filter(any -> !group.fans()).flatMap(place::called);
        String key = "ingress/" + group.name();
        add(key, ingress, version, new ItemSpec.Ingress(ingress.ref(), version.digest(), group, address));
        if (group.fans()) {
            binding.ifPresent(called -> ingress.slots().stream()
                    .filter(slot -> slot.number() < group.spec().slots())
                    .forEach(slot ->
                            add(key + "/" + slot.site(), ingress, version, instance(ingress, version, slot, called))));
        }
    }

    private ItemSpec instance(Endpoint.Ingress ingress, Version<Group.OfIngress> version, Slot slot, Binding binding) {
        return new ItemSpec.Instance(
                ingress.ref(),
                version.digest(),
                slot.site(),
                instanceName(version.group().name() + "-" + slot.name()),
                version.group().spec().port() + slot.number(),
                place.of(slot.site(), binding));
    }

    /** Two names together can be too long for one; what is cut off is told apart by its hash. */
    private static String instanceName(String name) {
        return name.length() <= MAX_NAME
                ? name
                : name.substring(0, MAX_NAME - HASH - 1) + "-"
                        + Digest.ofText(name).hex().substring(0, HASH);
    }

    private void addEgress(Endpoint.Egress egress, Version<Group.OfEgress> version) {
        Group.OfEgress group = version.group();
        List<String> addresses = group.offers()
                .flatMap(binding -> place.served(binding, fansOut(binding)).stream())
                .toList();
        add(
                "egress/" + group.name(),
                egress,
                version,
                new ItemSpec.Egress(egress.ref(), version.digest(), group, addresses));
    }

    private boolean fansOut(Binding binding) {
        return entities.find(ServiceLink.KIND, binding.link().name())
                .filter(binding::isOf)
                .filter(link -> link.fansOut(entities))
                .isPresent();
    }
}
