package studio.home.traffic;

import java.util.Optional;
import studio.domain.kernel.Uid;

/**
 * What an address of the network's data plane says: {@code van/[closest/]link[/c/class|/s/site]}.
 *
 * @param link the service link
 * @param peer the one site that serves there, if it is one site's own
 */
public record ServiceAddress(Uid link, Optional<Uid> peer) {

    private static final String CLOSEST = "closest";
    private static final String SITE = "s";
    private static final int MOST_PARTS = 6;

    /** Reads an address, if it is one of the planner's. */
    public static Optional<ServiceAddress> parse(String address) {
        String[] parts = address.split("/", MOST_PARTS);
        int link = parts.length > 1 && parts[1].equals(CLOSEST) ? 2 : 1;
        if (parts.length <= link) {
            return Optional.empty();
        }
        try {
            boolean own = parts.length > link + 2 && parts[link + 1].equals(SITE);
            Optional<Uid> peer = own ? Optional.of(Uid.parse(parts[link + 2])) : Optional.empty();
            return Optional.of(new ServiceAddress(Uid.parse(parts[link]), peer));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
