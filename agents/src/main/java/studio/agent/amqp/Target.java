package studio.agent.amqp;

/**
 * A router, as seen from the one that the session is with.
 *
 * @param address where its management is
 */
public record Target(String address) {

    private static final String MANAGEMENT = "$management";

    /** The router that the session is with. */
    public static final Target LOCAL = new Target(MANAGEMENT);

    /** An interior router of the same backbone. */
    public static Target interior(String routerId) {
        return new Target("amqp:/_topo/0/" + routerId + "/" + MANAGEMENT);
    }

    /** An edge router. */
    public static Target edge(String routerId) {
        return new Target("amqp:/_edge/" + routerId + "/" + MANAGEMENT);
    }
}
