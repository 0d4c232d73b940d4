package studio.agent.router;

import java.util.Map;
import java.util.Optional;

/**
 * Where calls to an address of the network go by TCP.
 *
 * @param name    its name
 * @param address the address
 * @param to      where they go
 */
public record TcpConnector(String name, String address, Place to) implements RouterEntity {

    @Override
    public EntityType type() {
        return EntityType.TCP_CONNECTOR;
    }

    @Override
    public Map<String, Object> values() {
        return Map.of("address", address, "host", to.host(), "port", String.valueOf(to.port()));
    }

    @Override
    public Optional<Defect> defect() {
        return defect(address, to);
    }

    static Optional<Defect> defect(String address, Place place) {
        return address.isBlank() ? Optional.of(new Defect("address", "must not be empty")) : place.defect();
    }
}
