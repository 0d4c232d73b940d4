package studio.standin.peer;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a connector tries: the configured place, then those that its peer named for the case that it fails. */
final class Targets {

    private final List<InetSocketAddress> all = new ArrayList<>();
    private int current;

    Targets(String host, int port) {
        all.add(InetSocketAddress.createUnresolved(host, port));
    }

    InetSocketAddress current() {
        InetSocketAddress target = all.get(current);
        return new InetSocketAddress(target.getHostString(), target.getPort());
    }

    String name() {
        InetSocketAddress target = all.get(current);
        return target.getHostString() + ":" + target.getPort();
    }

    void next() {
        current = (current + 1) % all.size();
    }

    /** Learns the peer's list from what it said at Open. */
    void learn(Map<String, Object> properties) {
        if (properties.get("failover-server-list") instanceof List<?> list) {
            InetSocketAddress reached = all.get(current);
            all.subList(1, all.size()).clear();
            list.stream()
                    .filter(Map.class::isInstance)
                    .flatMap(entry -> target((Map<?, ?>) entry).stream())
                    .filter(target -> !all.contains(target))
                    .forEach(all::add);
            current = Math.max(0, all.indexOf(reached));
        }
    }

    private static Optional<InetSocketAddress> target(Map<?, ?> entry) {
        Optional<String> host = Optional.empty();
        int port = 5672;
        for (Map.Entry<?, ?> field : entry.entrySet()) {
            String key = String.valueOf(field.getKey());
            String value = String.valueOf(field.getValue());
            if (key.equals("hostname") || key.equals("network-host")) {
                host = Optional.of(value);
            } else if (key.equals("port")) {
                port = Ports.number(value);
            }
        }
        int found = port;
        return host.map(name -> InetSocketAddress.createUnresolved(name, found));
    }

    @Override
    public String toString() {
        return all.stream()
                .map(target -> "amqp://" + target.getHostString() + ":" + target.getPort())
                .collect(Collectors.joining(", "));
    }
}
