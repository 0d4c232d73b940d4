package studio.agent.boot;

import java.nio.file.Path;
import java.util.Map;
import studio.agent.router.Place;
import studio.domain.kernel.Uid;

/**
 * What a router is that can't be changed while it runs.
 *
 * @param id         its id
 * @param mode       its mode
 * @param site       the name of the site, for flow records
 * @param management the port on loopback where its agent manages it
 * @param directory  where its files are
 */
public record RouterSettings(String id, Mode mode, String site, int management, Path directory) {

    /** What a router is to others. */
    public enum Mode {
        /** Part of a backbone. */
        INTERIOR("interior"),
        /** At the edge of one. */
        EDGE("edge");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Routers are started with the system's trust store off: it would let in whoever any public authority signed for. */
    public static final Map<String, String> ENVIRONMENT = Map.of("SSL_CERT_FILE", "", "SSL_CERT_DIR", "");

    /** The id of a member site's router, by which the policy of an interior router knows it. */
    public static String edgeId(String vanId, Uid site) {
        return vanId + "-" + site;
    }

    /** The address at which a network's home is reached through routers, by their policy the home alone may serve it. */
    public static String homeAddress(String vanId) {
        return vanId + ".feed/home";
    }

    /** Where its agent manages it. The certificate is for the name. */
    public Place managementPlace() {
        return new Place("localhost", management);
    }

    /** The file that it is booted with; routers know the format by the ending. */
    public Path bootFile() {
        return directory.resolve("router.json");
    }

    Path saslDirectory() {
        return directory.resolve("sasl");
    }

    /** Where the keys are with which agent and router know each other. */
    public Path managementKeys() {
        return directory.resolve("management");
    }
}
