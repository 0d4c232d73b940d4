package studio.standin.manage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.standin.tcp.TcpAdaptor;
import studio.standin.tcp.TcpConnecting;
import studio.standin.tcp.TcpCounts;
import studio.standin.tcp.TcpListening;

/** Makes TCP listeners and connectors for their entities. */
public final class TcpEntities {

    private final Configurator configurator;
    private final TcpAdaptor adaptor;
    private final Map<String, TcpListening> listeners = new LinkedHashMap<>();
    private final Map<String, TcpConnecting> connectors = new LinkedHashMap<>();

    TcpEntities(Configurator configurator, TcpAdaptor adaptor) {
        this.configurator = configurator;
        this.adaptor = adaptor;
    }

    /** The TCP connections. */
    public TcpAdaptor adaptor() {
        return adaptor;
    }

    /** The listeners by name. */
    public Map<String, TcpListening> listeners() {
        return listeners;
    }

    /** The connectors by name. */
    public Map<String, TcpConnecting> connectors() {
        return connectors;
    }

    private static String port(Attributes attributes) throws ManagementException {
        return attributes.text("port").orElseThrow(() -> ManagementException.core("Python: KeyError: ('port',)"));
    }

    Live listener(Attributes attributes) throws ManagementException {
        String port = port(attributes);
        String strategy = attributes.text("multiAddressStrategy", "none");
        if (strategy.equals("none") == attributes.text("address").isEmpty()) {
            throw ManagementException.core(
                    "Configuration: Exactly one of the 'address' or 'multiAddressStrategy' field must be set");
        }
        TcpListening listening = new TcpListening(
                adaptor,
                new TcpListening.Settings(
                        attributes.text("name", ""),
                        attributes.text("host", ""),
                        port,
                        attributes.text("address"),
                        configurator.use(attributes),
                        attributes.flag("authenticatePeer"),
                        strategy.equals("weighted")));
        listeners.put(attributes.text("name", ""), listening);
        listening.start();
        return new Live() {
            @Override
            public Map<String, Object> state() {
                Map<String, Object> state = counted(listening.counts());
                state.put("operStatus", listening.up() ? "up" : "down");
                state.put("connectionMsg", listening.message());
                return state;
            }

            @Override
            public void delete() throws ManagementException {
                if (!strategy.equals("none") && listening.hasAddresses()) {
                    throw ManagementException.core("Value: listenerAddress entities exist for  multi-address listener "
                            + attributes.text("name", ""));
                }
                listeners.remove(attributes.text("name", ""));
                listening.close();
            }
        };
    }

    private static Map<String, Object> counted(TcpCounts counts) {
        Map<String, Object> state = new HashMap<>();
        state.put("connectionsOpened", (int) counts.opened());
        state.put("connectionsClosed", (int) counts.closed());
        // the real router has these attributes and never counts in them: only flow records tell octets
        state.put("bytesIn", 0);
        state.put("bytesOut", 0);
        return state;
    }

    Live connector(Attributes attributes) throws ManagementException {
        String port = port(attributes);
        String address = attributes
                .text("address")
                .orElseThrow(() -> ManagementException.core("Python: KeyError: ('address',)"));
        TcpConnecting connecting = new TcpConnecting(
                adaptor,
                new TcpConnecting.Settings(
                        attributes.text("name", ""),
                        attributes.text("host", "127.0.0.1"),
                        port,
                        address,
                        configurator.use(attributes)));
        connectors.put(attributes.text("name", ""), connecting);
        connecting.start();
        return new Live() {
            @Override
            public Map<String, Object> state() {
                return counted(connecting.counts());
            }

            @Override
            public void delete() {
                connectors.remove(attributes.text("name", ""));
                connecting.close();
            }
        };
    }

    Live address(Attributes attributes) throws ManagementException {
        String listener = attributes.text("listener", "");
        TcpListening listening = Optional.ofNullable(listeners.get(listener))
                .orElseThrow(
                        () -> ManagementException.core("Value: Listener for new address does not exist " + listener));
        String address = attributes.text("address", "");
        listening.add(address, attributes.number("value", 0));
        return new Live() {
            @Override
            public Map<String, Object> state() {
                return Map.of("connectionsOpened", (int) listening.openedTo(address));
            }

            @Override
            public void delete() {
                listening.remove(address);
            }
        };
    }

    void close() {
        listeners.values().forEach(TcpListening::close);
        connectors.values().forEach(TcpConnecting::close);
    }
}
