package studio.agent.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.domain.network.Endpoint;
import studio.domain.network.Group;
import studio.domain.network.Ref;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;

/**
 * An endpoint as a document offers it.
 *
 * @param endpoint the endpoint
 * @param sort     what it is
 * @param key      the key of its item
 * @param versions what it is now, and behind that what sites still hold
 * @param by       who asked for what it is now, if that is known
 */
record Offered(Ref endpoint, Endpoint.Sort sort, String key, List<Version> versions, Optional<String> by) {

    /**
     * One version of it.
     *
     * @param digest what is decided about
     * @param group  what that stands for
     * @param spec   the item's spec for it
     */
    record Version(String digest, Group group, ItemSpec spec) {}

    Offered {
        versions = List.copyOf(versions);
    }

    /** The endpoints of a document. */
    static List<Offered> of(List<Item> document) {
        List<Offered> offered = new ArrayList<>();
        document.forEach(item -> of(item).ifPresent(offered::add));
        return offered;
    }

    private static Optional<Offered> of(Item item) {
        List<Version> versions = Stream.concat(
                        Stream.of(item.spec()), item.previous().stream().map(Item.Previous::spec))
                .flatMap(spec -> version(spec).stream())
                .toList();
        return switch (item.spec()) {
            case ItemSpec.Process process -> of(process.endpoint(), Endpoint.Sort.PROCESS, item, versions);
            case ItemSpec.Ingress ingress -> of(ingress.endpoint(), Endpoint.Sort.INGRESS, item, versions);
            case ItemSpec.Egress egress -> of(egress.endpoint(), Endpoint.Sort.EGRESS, item, versions);
            case ItemSpec other -> Optional.empty();
        };
    }

    private static Optional<Offered> of(Ref endpoint, Endpoint.Sort sort, Item item, List<Version> versions) {
        return Optional.of(
                new Offered(endpoint, sort, item.key(), versions, item.cause().by()));
    }

    /** A digest that does not stand for its group is somebody's lie: nobody decided about that group. */
    private static Optional<Version> version(ItemSpec spec) {
        Optional<Version> version = switch (spec) {
            case ItemSpec.Process process -> Optional.of(new Version(process.digest(), process.group(), process));
            case ItemSpec.Ingress ingress -> Optional.of(new Version(ingress.digest(), ingress.group(), ingress));
            case ItemSpec.Egress egress -> Optional.of(new Version(egress.digest(), egress.group(), egress));
            case ItemSpec other -> Optional.empty();
        };
        return version.filter(any -> any.group().digest().equals(any.digest()));
    }

    /** What it is now; nothing if the document says what it is not. */
    Optional<Version> newest() {
        return versions.stream().findFirst();
    }

    /** The version of that digest. */
    Optional<Version> find(String digest) {
        return versions.stream()
                .filter(version -> version.digest().equals(digest))
                .findFirst();
    }
}
