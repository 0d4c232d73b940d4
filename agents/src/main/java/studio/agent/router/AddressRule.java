package studio.agent.router;

import java.util.Map;
import java.util.Optional;

/**
 * How deliveries to the addresses of a pattern are spread among their receivers.
 *
 * @param name         its name
 * @param pattern      the pattern: {@code *} is one part of an address, {@code #} any number of them
 * @param distribution how they are spread
 */
public record AddressRule(String name, String pattern, Distribution distribution) implements RouterEntity {

    /** Addresses whose services are served at the nearest place, in all networks. */
    public static final AddressRule CLOSEST_SERVICES =
            new AddressRule("studio-closest", "*/closest/#", Distribution.CLOSEST);

    /** How deliveries are spread. */
    public enum Distribution {
        /** To whoever has least to do. */
        BALANCED("balanced"),
        /** To the nearest. */
        CLOSEST("closest"),
        /** To all. */
        MULTICAST("multicast");

        private final String word;

        Distribution(String word) {
            this.word = word;
        }
    }

    @Override
    public EntityType type() {
        return EntityType.ADDRESS;
    }

    @Override
    public Map<String, Object> values() {
        return Map.of("pattern", pattern, "distribution", distribution.word);
    }

    @Override
    public Optional<Defect> defect() {
        return pattern.isBlank() ? Optional.of(new Defect("pattern", "must not be empty")) : Optional.empty();
    }
}
