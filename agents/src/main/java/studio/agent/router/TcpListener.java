package studio.agent.router;

import java.util.Map;
import java.util.Optional;

/**
 * Where an address of the network can be called by TCP.
 *
 * @param name    its name
 * @param address the address
 * @param at      where
 */
public record TcpListener(String name, String address, Place at) implements RouterEntity {

    @Override
    public EntityType type() {
        return EntityType.TCP_LISTENER;
    }

    @Override
    public Map<String, Object> values() {
        return Map.of("address", address, "host", at.host(), "port", String.valueOf(at.port()));
    }

    @Override
    public Optional<Defect> defect() {
        return TcpConnector.defect(address, at);
    }
}
