package studio.home.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import studio.home.traffic.Traffic;

/** How much goes by between two sites at the moment. */
final class Rates {

    private final Map<List<String>, Rate> rates = new HashMap<>();

    /**
     * At one moment.
     *
     * @param bytesPerSecond in both directions
     * @param connections    that last
     */
    record Rate(double bytesPerSecond, long connections) {

        Rate plus(Rate more) {
            return new Rate(bytesPerSecond + more.bytesPerSecond, connections + more.connections);
        }
    }

    /** What callers count. */
    Rates(Collection<Traffic.Service> services) {
        services.stream()
                .filter(service -> !service.answers())
                .forEach(service -> rates.merge(
                        List.of(SiteView.uid(service.site()), service.address()),
                        new Rate(service.bytesPerSecond(), service.open()),
                        Rate::plus));
    }

    /** What goes from the one to the other, if it was counted. */
    Optional<Rate> of(ServiceLinks.Pair pair) {
        return pair.exact().stream()
                .map(address -> rates.get(List.of(pair.from(), address)))
                .filter(Objects::nonNull)
                .reduce(Rate::plus);
    }
}
