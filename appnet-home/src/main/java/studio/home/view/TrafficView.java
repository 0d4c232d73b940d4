package studio.home.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What goes through a network.
 *
 * @param at        when that was
 * @param services  by service
 * @param sites     by site
 * @param processes by the endpoint that answers
 * @param history   in the last quarter of an hour, the oldest first
 * @param truncated whether there are more of anything than are shown
 */
public record TrafficView(
        Instant at,
        List<Carried> services,
        List<OfSite> sites,
        List<Carried> processes,
        List<Point> history,
        boolean truncated) {

    /**
     * What was carried for something since the home began.
     *
     * @param name              its name
     * @param bytesToServer     from clients
     * @param bytesToClient     to clients
     * @param bytesPerSecond    in both directions, at the moment
     * @param connections       opened
     * @param connectionsOpen   that last
     * @param failures          connections that ended with an error, or without an answer
     * @param answerMillis      how long the first answer took on average, if it is known of any connection
     */
    public record Carried(
            String name,
            long bytesToServer,
            long bytesToClient,
            double bytesPerSecond,
            long connections,
            long connectionsOpen,
            long failures,
            Optional<Double> answerMillis) {}

    /**
     * A site and what it called.
     *
     * @param site     the site
     * @param reported when it told of its traffic last
     * @param router   its router's version, if it said so
     * @param calls    what its processes and those who come in called
     * @param links    its router's connections to the backbone
     */
    public record OfSite(SiteView site, Instant reported, Optional<String> router, Carried calls, List<Link> links) {}

    /**
     * A connection to the backbone.
     *
     * @param name     the router's name for it
     * @param up       whether it is there
     * @param sent     bytes to the backbone
     * @param received bytes from it
     */
    public record Link(String name, boolean up, long sent, long received) {}

    /**
     * What went by in one step.
     *
     * @param at                when it ended
     * @param bytesToServer     from clients, in a second
     * @param bytesToClient     to clients, in a second
     * @param connections       opened, in a second
     * @param services          the same by service, bytes in both directions in a second
     */
    public record Point(
            Instant at, double bytesToServer, double bytesToClient, double connections, List<Share> services) {}

    /**
     * A service's share of a point.
     *
     * @param name           the service
     * @param bytesPerSecond in both directions
     */
    public record Share(String name, double bytesPerSecond) {}
}
