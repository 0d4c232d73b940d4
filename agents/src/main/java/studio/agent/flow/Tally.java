package studio.agent.flow;

import studio.feed.frame.FlowReport;

/** What was counted of the listeners or connectors of one item with one address. */
final class Tally {

    /**
     * What is counted together.
     *
     * @param item    the item's key
     * @param address the address
     * @param answers whether it is the side of the server
     */
    record Key(String item, String address, boolean answers) {}

    private long opened;
    private long open;
    private long toServer;
    private long toClient;
    private long waits;
    private long waited;
    private long errors;
    private long silent;

    void opened(long more) {
        opened += more;
    }

    void begins() {
        open++;
    }

    void ends() {
        open = Math.max(0, open - 1);
    }

    /** The router's life is over, and with it its connections. */
    void endAll() {
        open = 0;
    }

    void carries(long bytesToServer, long bytesToClient) {
        toServer += bytesToServer;
        toClient += bytesToClient;
    }

    void waits(long micros) {
        waits++;
        waited += micros;
    }

    void fails() {
        errors++;
    }

    void staysSilent() {
        silent++;
    }

    FlowReport.Service of(Key key) {
        return new FlowReport.Service(
                key.item(),
                key.address(),
                key.answers(),
                opened,
                open,
                toServer,
                toClient,
                waits,
                waited,
                errors,
                silent);
    }
}
