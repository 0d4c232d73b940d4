package studio.home.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import studio.domain.network.Deployment;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;
import studio.feed.frame.ItemStatus;
import studio.home.relay.Look;

/**
 * What a site's participant makes of a change.
 *
 * @param site     the site
 * @param endpoint the endpoint's name
 * @param kind     what sort of thing it is
 * @param digest   the change, as the site said
 * @param state    {@code proposed}, {@code accepted} or {@code declined}
 * @param detail   what the site says to it
 * @param since    since when, as far as the home knows
 * @param verdict  what was decided last, if anything was
 */
public record DecisionView(
        SiteView site,
        String endpoint,
        String kind,
        String digest,
        String state,
        Optional<String> detail,
        Instant since,
        Optional<Verdict> verdict) {

    private static final Set<String> UNDER_DECISION = Set.of("proposed", "accepted", "declined");

    /**
     * What was decided.
     *
     * @param verdict {@code accepted} or {@code declined}
     * @param digest  about what
     * @param reason  why it was declined
     * @param by      who decided
     */
    public record Verdict(String verdict, String digest, Optional<String> reason, String by) {

        static Verdict of(Deployment.Verdict verdict) {
            return switch (verdict) {
                case Deployment.Accepted accepted ->
                    new Verdict(
                            "accepted",
                            accepted.digest(),
                            Optional.empty(),
                            accepted.given().decidedBy());
                case Deployment.Declined declined ->
                    new Verdict(
                            "declined",
                            declined.digest(),
                            Optional.of(declined.reason()),
                            declined.given().decidedBy());
            };
        }
    }

    /** What is under decision in the network: so many at most, those of sites that are named first. */
    public static List<DecisionView> list(Look look, int most) {
        List<DecisionView> decisions = new ArrayList<>();
        Items items = new Items(look);
        for (String site : look.sites()) {
            if (look.items(site).stream().anyMatch(DecisionView::isUnderDecision)) {
                add(site, look, items, most, decisions);
            }
            if (decisions.size() >= most) {
                break;
            }
        }
        return decisions;
    }

    private static boolean isUnderDecision(Look.Progress progress) {
        return UNDER_DECISION.contains(progress.status().state());
    }

    private static void add(String site, Look look, Items items, int most, List<DecisionView> decisions) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        Map<String, String> endpoints = new TreeMap<>();
        for (Item item : items.of(site)) {
            endpoint(item.spec()).ifPresent(name -> endpoints.put(item.key(), name));
            if (item.spec() instanceof ItemSpec.Decision decision) {
                verdicts.put(decision.endpoint().name().value(), Verdict.of(decision.verdict()));
            }
        }
        SiteView view = SiteView.of(site, look);
        look.items(site).stream()
                .filter(DecisionView::isUnderDecision)
                .filter(progress -> endpoints.containsKey(progress.status().key()))
                .limit(most - decisions.size())
                .forEach(progress -> decisions.add(of(
                        view, progress, endpoints.getOrDefault(progress.status().key(), ""), verdicts)));
    }

    private static DecisionView of(
            SiteView site, Look.Progress progress, String endpoint, Map<String, Verdict> verdicts) {
        ItemStatus status = progress.status();
        return new DecisionView(
                site,
                endpoint,
                status.key()
                        .substring(0, Math.max(0, status.key().indexOf('/')))
                        .toLowerCase(Locale.ROOT),
                status.digest(),
                status.state(),
                Optional.of(status.detail()).filter(detail -> !detail.isEmpty()),
                progress.since(),
                Optional.ofNullable(verdicts.get(endpoint)));
    }

    /** The endpoint that a decision about the item is about. */
    private static Optional<String> endpoint(ItemSpec spec) {
        return switch (spec) {
            case ItemSpec.Process process ->
                Optional.of(process.endpoint().name().value());
            case ItemSpec.Ingress ingress ->
                Optional.of(ingress.endpoint().name().value());
            case ItemSpec.Egress egress -> Optional.of(egress.endpoint().name().value());
            case ItemSpec.Connector connector -> Optional.empty();
            case ItemSpec.Listener listener -> Optional.empty();
            case ItemSpec.Instance instance -> Optional.empty();
            case ItemSpec.Link link -> Optional.empty();
            case ItemSpec.Decision decision -> Optional.empty();
            case ItemSpec.Certificate certificate -> Optional.empty();
            case ItemSpec.Halt halt -> Optional.empty();
            case ItemSpec.Decommission decommission -> Optional.empty();
            case RouterSpec ofRouter -> Optional.empty();
        };
    }
}
