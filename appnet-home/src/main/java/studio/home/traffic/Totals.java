package studio.home.traffic;

import studio.feed.frame.FlowReport;

/**
 * What has been counted.
 *
 * @param opened   connections that were opened
 * @param toServer bytes from clients
 * @param toClient bytes to clients
 * @param waits    connections of which it is known how long the first answer took
 * @param waited   how many microseconds all of them together
 * @param errors   connections that ended with an error
 * @param silent   connections that ended after the client said something and got no answer
 */
public record Totals(long opened, long toServer, long toClient, long waits, long waited, long errors, long silent) {

    /** Nothing. */
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);

    static Totals of(FlowReport.Service service) {
        return new Totals(
                service.opened(),
                service.toServer(),
                service.toClient(),
                service.waits(),
                service.waited(),
                service.errors(),
                service.silent());
    }

    /** Both together. */
    public Totals plus(Totals more) {
        return new Totals(
                opened + more.opened,
                toServer + more.toServer,
                toClient + more.toClient,
                waits + more.waits,
                waited + more.waited,
                errors + more.errors,
                silent + more.silent);
    }

    /** What came on top of an earlier count; what is less than then is nothing. */
    public Totals since(Totals earlier) {
        return new Totals(
                Math.max(0, opened - earlier.opened),
                Math.max(0, toServer - earlier.toServer),
                Math.max(0, toClient - earlier.toClient),
                Math.max(0, waits - earlier.waits),
                Math.max(0, waited - earlier.waited),
                Math.max(0, errors - earlier.errors),
                Math.max(0, silent - earlier.silent));
    }

    /** Bytes in both directions. */
    public long bytes() {
        return toServer + toClient;
    }
}
