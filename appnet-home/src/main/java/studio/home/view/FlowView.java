package studio.home.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.feed.frame.FlowReport;
import studio.home.relay.Look;
import studio.home.traffic.Traffic;

/**
 * A connection of a client.
 *
 * @param id            names it at its site
 * @param service       the service that it calls
 * @param site          where the client is
 * @param to            the site that answers, if it can be only one
 * @param process       the endpoint that answers, if it can be only one
 * @param client        the client's address at the site
 * @param began         when it began
 * @param ended         when it ended, if it did
 * @param bytesToServer from the client
 * @param bytesToClient to the client
 * @param answerMillis  how long the first answer took, if the router says so
 * @param error         how it failed, if it did
 */
public record FlowView(
        String id,
        String service,
        SiteView site,
        Optional<SiteView> to,
        Optional<String> process,
        String client,
        Instant began,
        Optional<Instant> ended,
        long bytesToServer,
        long bytesToClient,
        Optional<Double> answerMillis,
        Optional<String> error) {

    private static final double MICROS_PER_MILLI = 1_000;

    /** Which of them are still open. */
    public enum State {
        /** It lasts. */
        OPEN,
        /** It is over. */
        ENDED
    }

    /**
     * Which are asked for.
     *
     * @param site    at the site of that name or uid
     * @param service of that service
     * @param state   open or ended ones
     * @param limit   how many at most
     */
    public record Wanted(Optional<String> site, Optional<String> service, Optional<State> state, int limit) {

        private boolean fits(FlowView flow) {
            return site.filter(text -> !text.equals(flow.site().name())
                                    && !text.equals(flow.site().uid()))
                            .isEmpty()
                    && service.filter(text -> !text.equals(flow.service())).isEmpty()
                    && state.filter(wanted ->
                                    (wanted == State.ENDED) != flow.ended().isPresent())
                            .isEmpty();
        }
    }

    /**
     * The flows that are asked for.
     *
     * @param items     the newest first
     * @param truncated whether there are more
     */
    public record Page(List<FlowView> items, boolean truncated) {}

    /** The newest of those that are asked for. */
    public static Page list(Look look, ServiceLinks links, Wanted wanted) {
        Map<String, SiteView> sites = new HashMap<>();
        look.sites().forEach(site -> {
            SiteView view = SiteView.of(site, look);
            sites.put(view.uid(), view);
        });
        List<FlowView> found = look.traffic().flows().stream()
                .flatMap(
                        flow -> Optional.ofNullable(sites.get(SiteView.uid(flow.site())))
                                .map(site -> of(flow, site, links, sites))
                                .stream())
                .filter(wanted::fits)
                .limit(wanted.limit() + 1L)
                .toList();
        boolean truncated = found.size() > wanted.limit();
        return new Page(truncated ? found.subList(0, wanted.limit()) : found, truncated);
    }

    private static FlowView of(Traffic.Flow told, SiteView site, ServiceLinks links, Map<String, SiteView> sites) {
        FlowReport.Flow flow = told.flow();
        Optional<ServiceLinks.Known> known = links.find(site.uid(), flow.address(), false);
        return new FlowView(
                flow.id(),
                known.map(ServiceLinks.Known::service).orElse(Traffics.UNKNOWN),
                site,
                known.flatMap(ServiceLinks.Known::to).flatMap(to -> Optional.ofNullable(sites.get(to))),
                known.flatMap(ServiceLinks.Known::process),
                flow.client(),
                flow.began(),
                flow.ended(),
                flow.toServer(),
                flow.toClient(),
                flow.answered().map(micros -> micros / MICROS_PER_MILLI),
                flow.error());
    }
}
