package studio.home.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A network as it stands: what is planned, and what its sites say of it.
 *
 * @param sites        the sites
 * @param truncated    whether there are more of anything than are shown
 * @param links        the sites' connections to the backbone
 * @param processes    what runs at the sites
 * @param serviceLinks which sites call which
 */
public record TopologyView(
        List<Site> sites, boolean truncated, List<Link> links, List<Part> processes, List<Service> serviceLinks) {

    /**
     * A site.
     *
     * @param name      what it calls itself
     * @param uid       its uid
     * @param state     {@code live}, {@code lost}, or {@code unknown} while it was not heard of since the home began
     * @param lastHeard when it was heard of last
     * @param router    what it says of its router
     */
    public record Site(String name, String uid, String state, Optional<Instant> lastHeard, Optional<String> router) {}

    /**
     * A site's connection to the backbone.
     *
     * @param site       the site's uid
     * @param attachment the access point's name
     * @param host       where it is
     * @param port       its port
     * @param priority   1 is tried first
     * @param state      how it does, if the site said so
     * @param detail     why
     */
    public record Link(
            String site,
            String attachment,
            String host,
            int port,
            int priority,
            Optional<String> state,
            Optional<String> detail) {}

    /**
     * A process at a site.
     *
     * @param name   its name
     * @param site   the site's uid
     * @param state  how it does; {@code unknown} if the site did not say so
     * @param detail why
     */
    public record Part(String name, String site, String state, Optional<String> detail) {}

    /**
     * One site's processes call those of another.
     *
     * @param name           the service
     * @param from           the uid of the calling site
     * @param to             the uid of the answering site
     * @param bytesPerSecond what flows, if it is measured
     * @param connections    how many there are, if that is measured
     */
    public record Service(
            String name, String from, String to, Optional<Double> bytesPerSecond, Optional<Long> connections) {}
}
