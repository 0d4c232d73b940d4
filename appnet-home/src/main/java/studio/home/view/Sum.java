package studio.home.view;

import java.util.Optional;
import studio.home.traffic.Totals;
import studio.home.traffic.Traffic;

/** Adds up what was counted for one name. */
final class Sum {

    private static final double MICROS_PER_MILLI = 1_000;

    private Totals totals = Totals.NONE;
    private double bytesPerSecond;
    private long open;

    void add(Traffic.Service service) {
        totals = totals.plus(service.totals());
        bytesPerSecond += service.bytesPerSecond();
        open += service.open();
    }

    TrafficView.Carried named(String name) {
        return new TrafficView.Carried(
                name,
                totals.toServer(),
                totals.toClient(),
                bytesPerSecond,
                totals.opened(),
                open,
                totals.errors() + totals.silent(),
                totals.waits() == 0
                        ? Optional.empty()
                        : Optional.of(totals.waited() / (double) totals.waits() / MICROS_PER_MILLI));
    }
}
