package studio.standin.core;

import java.util.List;
import java.util.Optional;

/** The rest of the network, as this router sees it. */
public interface Further {

    /** Those beyond this router that consume a mobile address. */
    List<Destination> consumers(String address);

    /** The way to that interior router. */
    Optional<Destination> router(String id);

    /** The way to that edge router. */
    Optional<Destination> edge(String id);

    /** Where messages go for which nobody is known. */
    Optional<Destination> upwards();

    /** A router that stands alone. */
    Further NOWHERE = new Further() {
        @Override
        public List<Destination> consumers(String address) {
            return List.of();
        }

        @Override
        public Optional<Destination> router(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<Destination> edge(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<Destination> upwards() {
            return Optional.empty();
        }
    };
}
