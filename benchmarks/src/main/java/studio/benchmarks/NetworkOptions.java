package studio.benchmarks;

import java.util.List;
import picocli.CommandLine.Option;

/** Which networks are measured. */
final class NetworkOptions {

    static final int SLOTS = 100;
    static final List<Integer> STORES = List.of(1_000, 100_000);

    @Option(
            names = "--stores",
            split = ",",
            defaultValue = "1000,100000",
            description = "Sites of the network, one run for each (${DEFAULT-VALUE}).")
    private List<Integer> stores;

    @Option(
            names = "--slots",
            defaultValue = "100",
            description = "Sites that headquarters can call one by one (${DEFAULT-VALUE}).")
    private int slots;

    List<Integer> stores() {
        return List.copyOf(stores);
    }

    int slots() {
        return slots;
    }
}
