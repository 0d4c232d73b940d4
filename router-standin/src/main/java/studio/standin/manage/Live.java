package studio.standin.manage;

import java.util.Map;

/** What stands behind an entity in the running router. */
interface Live {

    /** Nothing does. */
    Live NOTHING = new Live() {};

    /** What is known at this moment and not configured. */
    default Map<String, Object> state() {
        return Map.of();
    }

    /** Its attributes have changed. */
    default void update(Map<String, Object> attributes) throws ManagementException {}

    /** It is to go. */
    default void delete() throws ManagementException {}
}
