package studio.feed.frame;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a site says of its traffic. All numbers count from the begin of whoever counts and only rise, so that a report that is lost is made
 * up for by the next one; what did not change since the last report need not be in it.
 *
 * @param counter  names the life of whoever counts
 * @param began    since when it counts
 * @param router   the router's id
 * @param version  the router's version, or empty
 * @param services what went through listeners and connectors
 * @param links    the router's connections to others
 * @param flows    single connections of clients that began, went on or ended
 * @param lost     how many records there was no room for
 */
public record FlowReport(
        String counter,
        Instant began,
        String router,
        String version,
        List<Service> services,
        List<RouterLink> links,
        List<Flow> flows,
        long lost) {

    /** The most services of a report. */
    public static final int MAX_SERVICES = 300;

    /** The most links of a report. */
    public static final int MAX_LINKS = 100;

    /** The most single flows of a report. */
    public static final int MAX_FLOWS = 100;

    /** The longest name in a report, which has many. */
    public static final int MAX_NAME = 200;

    /** Checks the bounds and keeps its own lists. */
    public FlowReport {
        named("counter", counter);
        named("router", router);
        shortText("version", version);
        Bounds.few("services", services, MAX_SERVICES);
        Bounds.few("links", links, MAX_LINKS);
        Bounds.few("flows", flows, MAX_FLOWS);
        Bounds.counts("lost", lost);
        services = List.copyOf(services);
        links = List.copyOf(links);
        flows = List.copyOf(flows);
    }

    /**
     * What went through the listeners or connectors of one item.
     *
     * @param item     the item's key
     * @param address  the address
     * @param answers  whether this is the side of the server
     * @param opened   connections that were opened
     * @param open     connections that last
     * @param toServer bytes from clients
     * @param toClient bytes to clients
     * @param waits    connections of which it is known how long the first answer took
     * @param waited   how many microseconds all of them together
     * @param errors   connections that ended with an error
     * @param silent   connections that ended after the client said something and got no answer
     */
    public record Service(
            String item,
            String address,
            boolean answers,
            long opened,
            long open,
            long toServer,
            long toClient,
            long waits,
            long waited,
            long errors,
            long silent) {

        /** Checks the bounds. */
        public Service {
            named("item", item);
            named("address", address);
            Bounds.counts("opened", opened);
            Bounds.counts("open", open);
            Bounds.counts("toServer", toServer);
            Bounds.counts("toClient", toClient);
            Bounds.counts("waits", waits);
            Bounds.counts("waited", waited);
            Bounds.counts("errors", errors);
            Bounds.counts("silent", silent);
        }
    }

    /**
     * A connection of the router to another one.
     *
     * @param name     the connector's name
     * @param up       whether it is there
     * @param sent     bytes to the other one
     * @param received bytes from the other one
     */
    public record RouterLink(String name, boolean up, long sent, long received) {

        /** Checks the bounds. */
        public RouterLink {
            named("name", name);
            Bounds.counts("sent", sent);
            Bounds.counts("received", received);
        }
    }

    /**
     * A client's connection.
     *
     * @param id       names it in the life of the router
     * @param item     the item's key
     * @param address  the address
     * @param client   where the client is
     * @param began    when it began
     * @param ended    when it ended, if it did
     * @param toServer bytes from the client
     * @param toClient bytes to the client
     * @param answered how many microseconds the first answer took, if the router says so
     * @param error    how it failed, if it did
     */
    public record Flow(
            String id,
            String item,
            String address,
            String client,
            Instant began,
            Optional<Instant> ended,
            long toServer,
            long toClient,
            Optional<Long> answered,
            Optional<String> error) {

        /** Checks the bounds. */
        public Flow {
            named("id", id);
            named("item", item);
            named("address", address);
            shortText("client", client);
            Bounds.counts("toServer", toServer);
            Bounds.counts("toClient", toClient);
            answered.ifPresent(micros -> Bounds.counts("answered", micros));
            error.ifPresent(text -> shortText("error", text));
        }
    }

    private static void named(String field, String value) {
        if (value.isEmpty() || value.length() > MAX_NAME) {
            throw new IllegalArgumentException(field + " must have 1 to " + MAX_NAME + " characters");
        }
    }

    private static void shortText(String field, String value) {
        if (value.length() > MAX_NAME) {
            throw new IllegalArgumentException(field + " may have at most " + MAX_NAME + " characters");
        }
    }
}
