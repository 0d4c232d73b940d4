package studio.domain.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.domain.kernel.Uid;
import studio.domain.network.Binding;
import studio.domain.network.Ref;
import studio.domain.network.ServiceLink;

/**
 * Whom something is planned for, as far as addresses depend on it. Whoever has several classes serves in all by which it is reached,
 * and connects in the oldest.
 *
 * @param vanId   the beginning of the network's addresses
 * @param site    the site, or what stands for it
 * @param classes the classes, the oldest first
 */
record Place(String vanId, String site, List<Ref> classes) {

    /** Routers serve connections below it at the nearest place; they are told so once, for all networks and links. */
    private static final String CLOSEST = "closest/";

    /** The sites of a class. */
    static Place ofClass(String vanId, Ref siteClass) {
        return new Place(vanId, ItemSpec.SITE_UID, List.of(siteClass));
    }

    /** One site with these classes. */
    static Place ofSite(String vanId, Uid site, Stream<Ref> classes) {
        return new Place(vanId, site.toString(), classes.sorted().toList());
    }

    /** The addresses at which an endpoint serves; its site's own too if somebody calls the sites one by one. */
    List<String> served(Binding binding, boolean oneByOne) {
        String own = address(binding) + "/s/" + site;
        Stream<String> addresses = switch (binding.scope()) {
            case NETWORK -> Stream.of(address(binding));
            case SITE_CLASS -> classes.stream().map(each -> ofClass(binding, each));
            case SITE -> Stream.of(own);
        };
        return oneByOne ? Stream.concat(addresses, Stream.of(own)).distinct().toList() : addresses.toList();
    }

    /** The address that an endpoint calls, if there is one for it. */
    Optional<String> called(Binding binding) {
        return switch (binding.scope()) {
            case NETWORK -> Optional.of(address(binding));
            case SITE_CLASS -> classes.stream().findFirst().map(oldest -> ofClass(binding, oldest));
            case SITE -> Optional.of(address(binding) + "/s/" + site);
        };
    }

    /** The address at which that site serves for itself. */
    String of(Uid peer, Binding binding) {
        return address(binding) + "/s/" + peer;
    }

    private String ofClass(Binding binding, Ref siteClass) {
        return address(binding) + "/c/" + siteClass.uid();
    }

    private String address(Binding binding) {
        boolean closest = binding.distribution() == ServiceLink.Distribution.CLOSEST;
        return vanId + "/" + (closest ? CLOSEST : "") + binding.link().uid();
    }
}
