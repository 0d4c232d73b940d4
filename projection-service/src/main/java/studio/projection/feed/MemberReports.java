package studio.projection.feed;

import java.util.Comparator;
import java.util.Optional;
import studio.domain.kernel.Uid;
import studio.domain.network.Deployment.Report;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;
import studio.domain.plan.SiteStatus.ItemStatus;

/** What it means for a network that an endpoint at a member site does like that. Pure. */
final class MemberReports {

    /** What an agent says in the place of a digest where it holds nothing. */
    private static final String NOTHING = "-";

    private MemberReports() {}

    /** An endpoint and what is decided about. */
    private record Decided(Uid endpoint, String digest) {}

    /** What there is to report; nothing while there is no news in it. */
    static Optional<Report> report(Item item, ItemStatus status) {
        return decided(item.spec()).flatMap(wanted -> report(wanted, status));
    }

    private static Optional<Report> report(Decided wanted, ItemStatus status) {
        Optional<String> held = Optional.of(status.digest()).filter(digest -> !digest.equals(NOTHING));
        return switch (status.progress()) {
            case OBSERVED, APPLIED -> Optional.of(new Report(wanted.endpoint(), held, Optional.empty()));
            case FAILED -> Optional.of(new Report(wanted.endpoint(), held, Optional.of(InteriorReports.line(status))));
            // What waits for a decision, or was declined, is not held; something older may be.
            case PROPOSED, DECLINED ->
                Optional.of(new Report(
                        wanted.endpoint(), held.filter(digest -> !digest.equals(wanted.digest())), Optional.empty()));
            case ACCEPTED, APPLYING -> Optional.empty();
        };
    }

    private static Optional<Decided> decided(ItemSpec spec) {
        return switch (spec) {
            case ItemSpec.Process s -> Optional.of(new Decided(s.endpoint().uid(), s.digest()));
            case ItemSpec.Ingress s -> Optional.of(new Decided(s.endpoint().uid(), s.digest()));
            case ItemSpec.Egress s -> Optional.of(new Decided(s.endpoint().uid(), s.digest()));
            case ItemSpec.Connector s -> Optional.empty();
            case ItemSpec.Listener s -> Optional.empty();
            case ItemSpec.Instance s -> Optional.empty();
            case ItemSpec.Link s -> Optional.empty();
            case ItemSpec.Decision s -> Optional.empty();
            case ItemSpec.Certificate s -> Optional.empty();
            case ItemSpec.Halt s -> Optional.empty();
            case ItemSpec.Decommission s -> Optional.empty();
            case RouterSpec s -> Optional.empty();
        };
    }

    /** Says whether a report is of something that a site without a word about the endpoint would have. */
    static boolean isNothing(Report report) {
        return report.digest().isEmpty() && report.failure().isEmpty();
    }

    /** The site's newest certificate with those between it and the root, if it is signed. */
    static Optional<String> chain(KnownItems.OfSite known) {
        return known.all("certificate/")
                .map(Item::spec)
                .filter(ItemSpec.Certificate.class::isInstance)
                .map(ItemSpec.Certificate.class::cast)
                .max(Comparator.comparingInt(ItemSpec.Certificate::ordinal))
                .flatMap(ItemSpec.Certificate::chain);
    }
}
