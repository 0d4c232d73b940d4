package studio.agent.plan;

import studio.agent.router.Connector;

/**
 * The two names that a connector can have on a router. Changing one means making another, and while a name is taken by one that is
 * still needed, the new one takes the other name.
 */
final class Slot {

    private static final String SUFFIX = Connector.OTHER_NAME;

    private Slot() {}

    /** The other one of a connector's two names. */
    static String other(String name) {
        return isOther(name) ? Connector.wantedName(name) : name + SUFFIX;
    }

    static boolean isOther(String name) {
        return name.endsWith(SUFFIX);
    }
}
