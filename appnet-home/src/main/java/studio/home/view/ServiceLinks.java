package studio.home.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import studio.domain.kernel.Uid;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;
import studio.home.relay.Look;
import studio.home.traffic.ServiceAddress;

/** Who calls and who answers in the network's service links, as it is planned: by address, since one link can have many. */
public final class ServiceLinks {

    private final Map<String, Ends> addresses = new TreeMap<>();
    private final Map<Uid, Name> names = new TreeMap<>();

    /** Who calls and who answers at one address. */
    private static final class Ends {
        private final Uid link;
        private final Set<String> callers = new LinkedHashSet<>();
        private final Map<String, String> answerers = new LinkedHashMap<>();

        Ends(Uid link) {
            this.link = link;
        }
    }

    private static final class Name {
        private Optional<String> service = Optional.empty();
        private Optional<String> host = Optional.empty();
    }

    /**
     * One site's processes call those of another.
     *
     * @param name  the service
     * @param from  the uid of the calling site
     * @param to    the uid of the answering site
     * @param exact the addresses at which that site alone answers: what goes there goes to it
     */
    record Pair(String name, String from, String to, Set<String> exact) {}

    /**
     * What is known of what goes to an address from a site, or is answered there by it.
     *
     * @param service the service
     * @param link    the service link
     * @param to      the site that answers, if it can be only one
     * @param process the endpoint that answers, if it can be only one
     */
    public record Known(String service, Uid link, Optional<String> to, Optional<String> process) {}

    /** All service links of a network. */
    static ServiceLinks of(Look look) {
        ServiceLinks links = new ServiceLinks();
        Items items = new Items(look);
        for (String site : look.sites()) {
            String uid = SiteView.of(site, look).uid();
            items.of(site).forEach(item -> links.add(uid, item));
        }
        return links;
    }

    /** A site is to have that. */
    void add(String site, Item item) {
        switch (item.spec()) {
            case ItemSpec.Connector connector -> {
                name(connector.link()).service = Optional.of(connector.service());
                connector
                        .addresses()
                        .forEach(address -> answers(
                                site, address, connector.endpoint().name().value()));
            }
            case ItemSpec.Listener listener -> {
                name(listener.link()).host = Optional.of(listener.host().value());
                calls(site, listener.address());
            }
            case ItemSpec.Ingress ingress -> ingress.address().ifPresent(address -> calls(site, address));
            case ItemSpec.Instance instance -> calls(site, instance.address());
            case ItemSpec.Egress egress ->
                egress.addresses()
                        .forEach(address ->
                                answers(site, address, egress.endpoint().name().value()));
            case ItemSpec.Process process -> {}
            case ItemSpec.Link link -> {}
            case ItemSpec.Decision decision -> {}
            case ItemSpec.Certificate certificate -> {}
            case ItemSpec.Halt halt -> {}
            case ItemSpec.Decommission decommission -> {}
            case RouterSpec ofRouter -> {}
        }
    }

    private Name name(Uid link) {
        return names.computeIfAbsent(link, any -> new Name());
    }

    private void calls(String site, String address) {
        ends(site, address).ifPresent(ends -> ends.callers.add(site));
    }

    private void answers(String site, String address, String endpoint) {
        ends(site, address).ifPresent(ends -> ends.answerers.put(site, endpoint));
    }

    private Optional<Ends> ends(String site, String address) {
        String filled = address.replace(ItemSpec.SITE_UID, site);
        return ServiceAddress.parse(filled)
                .map(parsed -> addresses.computeIfAbsent(filled, any -> new Ends(parsed.link())));
    }

    /** What a service link is called. */
    public String nameOf(Uid link) {
        Optional<Name> name = Optional.ofNullable(names.get(link));
        return name.flatMap(known -> known.service)
                .or(() -> name.flatMap(known -> known.host))
                .orElseGet(link::toString);
    }

    /** Which sites call which, so many at most. */
    List<Pair> pairs(int most) {
        Map<List<String>, Pair> pairs = new LinkedHashMap<>();
        for (Map.Entry<String, Ends> entry : addresses.entrySet()) {
            Ends ends = entry.getValue();
            boolean exact = ends.answerers.size() == 1;
            for (String from : ends.callers) {
                for (String to : ends.answerers.keySet()) {
                    List<String> key = List.of(ends.link.toString(), from, to);
                    if (pairs.size() < most || pairs.containsKey(key)) {
                        Pair pair = pairs.computeIfAbsent(
                                key, any -> new Pair(nameOf(ends.link), from, to, new TreeSet<>()));
                        if (exact) {
                            pair.exact().add(entry.getKey());
                        }
                    }
                }
            }
        }
        return new ArrayList<>(pairs.values());
    }

    /** What is known of that address, if that site has to do with it. Whatever else a site says is its own invention. */
    public Optional<Known> find(String site, String address, boolean answers) {
        return Optional.ofNullable(addresses.get(address))
                .filter(ends -> answers ? ends.answerers.containsKey(site) : ends.callers.contains(site))
                .map(ends -> new Known(
                        nameOf(ends.link),
                        ends.link,
                        answers ? Optional.of(site) : only(ends.answerers.keySet()),
                        answers
                                ? Optional.ofNullable(ends.answerers.get(site))
                                : only(new TreeSet<>(ends.answerers.values()))));
    }

    private static Optional<String> only(Set<String> some) {
        return some.size() == 1 ? some.stream().findFirst() : Optional.empty();
    }
}
