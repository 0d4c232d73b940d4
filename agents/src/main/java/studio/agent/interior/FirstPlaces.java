package studio.agent.interior;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import studio.domain.backbone.PortRange;
import studio.domain.plan.Item;
import studio.domain.plan.RouterSpec.RouterListener;

/**
 * Where access points are of which nobody has said it: at the site's public name, on ports that were free when they were chosen. Each
 * keeps its ports until it is known where it is. For one thread.
 */
final class FirstPlaces {

    /** Why there is none. */
    static final String UNSAID =
            "nobody has said where it is: start the agent with --public-host, or set the access point's address";

    private static final int PEERS_FROM = 55_671;
    private static final int MEMBERS_FROM = 45_671;
    private static final int TRIES = 1_000;

    /** Networks that can be attached to a member access point before somebody gives it more ports. */
    private static final int MEMBER_PORTS = 10;

    private final Optional<String> publicHost;
    private final String listenHost;
    private final Supplier<? extends Collection<Item>> document;
    private final Map<String, PortRange> chosen = new HashMap<>();

    /**
     * Nothing is chosen yet.
     *
     * @param publicHost the name by which others reach the site, if somebody has said it
     * @param listenHost the address on which the router listens
     * @param document   what the site is to have
     */
    FirstPlaces(Optional<String> publicHost, String listenHost, Supplier<? extends Collection<Item>> document) {
        this.publicHost = publicHost;
        this.listenHost = listenHost;
        this.document = document;
    }

    /** The listeners of these access points, by the keys of their items. */
    Map<String, RouterListener> wanted() {
        Map<String, RouterListener> wanted = new HashMap<>();
        for (Item item : document.get()) {
            if (item.spec() instanceof RouterListener listener && listener.port() == RouterListener.UNPLACED) {
                wanted.put(item.key(), listener);
            }
        }
        chosen.keySet().retainAll(wanted.keySet());
        return wanted;
    }

    /** The place of such a listener, as {@code host:port} or {@code host:first-last}, if anybody can know it. */
    Optional<String> place(String key, RouterListener listener) {
        return publicHost.flatMap(host -> ports(key, listener).map(ports -> host + ":" + ports));
    }

    private Optional<PortRange> ports(String key, RouterListener listener) {
        Optional<PortRange> ports = Optional.ofNullable(chosen.get(key)).or(() -> switch (listener.side()) {
            case INTER_ROUTER -> free(PEERS_FROM, 1);
            case EDGE -> free(MEMBERS_FROM, MEMBER_PORTS);
        });
        ports.ifPresent(range -> chosen.put(key, range));
        return ports;
    }

    private Optional<PortRange> free(int from, int size) {
        List<Integer> planned = document.get().stream()
                .map(Item::spec)
                .filter(RouterListener.class::isInstance)
                .map(spec -> ((RouterListener) spec).port())
                .toList();
        return IntStream.range(0, TRIES)
                .map(step -> from + step * size)
                .mapToObj(first -> new PortRange(first, first + size - 1))
                .filter(range -> chosen.values().stream().noneMatch(range::overlaps))
                .filter(range -> planned.stream().noneMatch(range::contains))
                .filter(range -> IntStream.rangeClosed(range.from(), range.to()).allMatch(this::isFree))
                .findFirst();
    }

    private boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(listenHost, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
