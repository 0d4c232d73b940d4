package studio.testkit.reference;

import java.util.Optional;

/**
 * A key of the configuration.
 *
 * @param key          as in {@code studio.kafka.bootstrap-servers}
 * @param type         the simple name of its Java type
 * @param defaultValue what it is if nobody says
 * @param meaning      its documentation
 * @param limits       which values it takes, if not all of its type
 */
record Setting(String key, String type, Optional<String> defaultValue, String meaning, String limits) {

    boolean isOptional() {
        return type.startsWith("Optional");
    }
}
