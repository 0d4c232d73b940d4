package studio.agent.plan;

/**
 * The two names that a connector can have on a router. Changing one means making another, and while a name is taken by one that is
 * still needed, the new one takes the other name.
 */
final class Slot {

    private static final String SUFFIX = ".b";

    private Slot() {}

    /** The name by which a connector is wanted, whichever of its two names it has. */
    static String wanted(String name) {
        return isOther(name) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** The other one of a connector's two names. */
    static String other(String name) {
        return isOther(name) ? wanted(name) : name + SUFFIX;
    }

    static boolean isOther(String name) {
        return name.endsWith(SUFFIX);
    }
}
