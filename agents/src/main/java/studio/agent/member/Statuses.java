package studio.agent.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.agent.decide.Judgement.Ruling;
import studio.agent.loop.SiteReport;
import studio.agent.platform.Observed;
import studio.domain.kernel.Uid;
import studio.domain.network.Deployment.Standing;
import studio.domain.network.Endpoint;
import studio.domain.network.Ref;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;
import studio.domain.plan.SiteStatus;
import studio.domain.plan.SiteStatus.Progress;
import studio.feed.frame.ItemStatus;

/** Says how far each item of a document is, in the words of the feed. */
final class Statuses {

    private static final int MOST_CHARACTERS = 1_000;

    private final Site site;
    private final Map<String, Item> inForce;
    private final Map<String, SiteStatus.ItemStatus> ofRouter;

    private Statuses(Site site) {
        this.site = site;
        this.inForce = site.judgement().inForce().stream().collect(Collectors.toMap(Item::key, Function.identity()));
        this.ofRouter = site.report().stream()
                .flatMap(report -> report.items().stream())
                .collect(Collectors.toMap(SiteStatus.ItemStatus::key, Function.identity()));
    }

    /** How far all items are. */
    static List<ItemStatus> of(Site site) {
        Statuses statuses = new Statuses(site);
        List<ItemStatus> all = new ArrayList<>();
        site.document().forEach(item -> all.add(statuses.of(item)));
        return all;
    }

    private ItemStatus of(Item item) {
        return switch (item.spec()) {
            case ItemSpec.Process process -> ofEndpoint(item, () -> process(process.endpoint()));
            case ItemSpec.Ingress ingress -> ofEndpoint(item, () -> listening(item));
            case ItemSpec.Egress egress -> ofEndpoint(item, () -> router(item));
            case ItemSpec.Instance instance -> part(item, instance.endpoint(), () -> listening(item));
            case ItemSpec.Connector connector -> part(item, connector.endpoint(), () -> router(item));
            case ItemSpec.Listener listener ->
                inForce.containsKey(item.key())
                        ? status(item, item.digest(), router(item))
                        : status(item, item.digest(), How.of(Progress.PROPOSED));
            case ItemSpec.Link link -> status(item, item.digest(), link(item, link));
            case ItemSpec.Certificate certificate -> status(item, item.digest(), certificate(item));
            case ItemSpec.Decision decision -> status(item, item.digest(), How.of(Progress.APPLIED));
            case ItemSpec.Halt halt -> status(item, item.digest(), How.of(Progress.APPLIED));
            case ItemSpec.Decommission decommission -> status(item, item.digest(), How.of(Progress.APPLYING));
            case RouterSpec router -> status(item, item.digest(), router(item));
        };
    }

    /** How far something is, and why. */
    private record How(Progress progress, String detail) {

        static How of(Progress progress) {
            return new How(progress, "");
        }
    }

    private interface Look {
        How how();
    }

    /** What is held is told by its digest, and how it does; what nobody accepted, by what is made of it. */
    private ItemStatus ofEndpoint(Item item, Look look) {
        Optional<Ruling> ruling = Optional.ofNullable(site.judgement().rulings().get(item.key()));
        if (ruling.isEmpty()) {
            return status(item, item.digest(), new How(Progress.FAILED, "its digest does not stand for what it says"));
        }
        Optional<String> held = ruling.get().held();
        if (held.isEmpty()) {
            return status(item, ruling.get().newest(), undecided(ruling.get()));
        }
        return status(
                item,
                held.get(),
                site.judgement().halted() ? new How(Progress.ACCEPTED, "the application stands still") : look.how());
    }

    private static How undecided(Ruling ruling) {
        return ruling.standing() == Standing.DECLINED
                ? new How(Progress.DECLINED, ruling.reason().orElse(""))
                : How.of(Progress.PROPOSED);
    }

    /** A part of an endpoint stands as the endpoint does. */
    private ItemStatus part(Item item, Ref endpoint, Look look) {
        if (inForce.containsKey(item.key())) {
            return status(item, item.digest(), look.how());
        }
        Progress progress = site.judgement().changes().stream()
                .filter(change -> change.endpoint().equals(endpoint))
                .findFirst()
                .map(change -> switch (change.standing()) {
                    case ACCEPTED -> Progress.ACCEPTED;
                    case DECLINED -> Progress.DECLINED;
                    case PROPOSED -> Progress.PROPOSED;
                })
                .orElse(Progress.PROPOSED);
        return status(item, item.digest(), How.of(progress));
    }

    private How process(Ref endpoint) {
        Observed observed = site.workloads().get(endpoint.name().value());
        if (observed == null) {
            return How.of(Progress.ACCEPTED);
        }
        String reason = observed.reason().orElse("");
        return switch (observed.state()) {
            case APPLYING -> new How(Progress.APPLYING, reason);
            case RUNNING -> new How(Progress.OBSERVED, reason);
            case FAILED -> new How(Progress.FAILED, reason);
            case STOPPED -> new How(Progress.ACCEPTED, reason);
        };
    }

    /** Where others reach it is what people want to know. */
    private How listening(Item item) {
        How how = router(item);
        return how.progress() == Progress.APPLIED
                ? new How(how.progress(), place(item).orElse(""))
                : how;
    }

    private Optional<String> place(Item item) {
        return Optional.ofNullable(inForce.get(item.key())).flatMap(current -> switch (current.spec()) {
            case ItemSpec.Ingress ingress
            when ingress.address().isPresent() ->
                place(ingress.group().spec().exposure(), ingress.group().spec().port());
            case ItemSpec.Instance instance -> place(exposure(instance.endpoint()), instance.port());
            case ItemSpec other -> Optional.empty();
        });
    }

    private Optional<String> place(Endpoint.Exposure exposure, int port) {
        return site.reach().exposed(exposure).map(host -> host + ":" + port);
    }

    private Endpoint.Exposure exposure(Ref endpoint) {
        return inForce.values().stream()
                .filter(item -> item.spec() instanceof ItemSpec.Ingress ingress
                        && ingress.endpoint().equals(endpoint))
                .map(item -> ((ItemSpec.Ingress) item.spec()).group().spec().exposure())
                .findFirst()
                .orElse(Endpoint.Exposure.CLUSTER);
    }

    private How router(Item item) {
        return Optional.ofNullable(ofRouter.get(item.key()))
                .map(status -> new How(status.progress(), status.reason().orElse("")))
                .orElseGet(() -> unreachable().orElse(How.of(Progress.APPLYING)));
    }

    private Optional<How> unreachable() {
        return site.report().map(SiteReport::health).flatMap(health -> switch (health) {
            case SiteReport.Health.Healthy healthy -> Optional.empty();
            case SiteReport.Health.Unreachable(String why) ->
                Optional.of(new How(Progress.APPLYING, "the router can't be reached: " + why));
        });
    }

    private How link(Item item, ItemSpec.Link link) {
        if (site.link().filter(item.key()::equals).isEmpty()) {
            return new How(Progress.APPLIED, "is not used while a better one works");
        }
        How how = router(item);
        if (how.progress() != Progress.APPLIED) {
            return how;
        }
        return site.report()
                .flatMap(report -> Optional.ofNullable(report.links().get(Views.connector(link))))
                .map(state -> state.up()
                        ? How.of(Progress.OBSERVED)
                        : state.why()
                                .map(why -> new How(Progress.FAILED, why))
                                .orElse(new How(Progress.APPLYING, "is not connected yet")))
                .orElse(how);
    }

    private How certificate(Item item) {
        Uid uid = Uid.parse(item.key().substring(item.key().indexOf('/') + 1));
        boolean inUse = site.report()
                .filter(report -> report.certificates().contains(uid))
                .isPresent();
        return inUse ? How.of(Progress.OBSERVED) : router(item);
    }

    private static ItemStatus status(Item item, String digest, How how) {
        String detail = how.detail();
        return new ItemStatus(
                item.key(),
                digest,
                how.progress().name().toLowerCase(Locale.ROOT),
                detail.length() <= MOST_CHARACTERS ? detail : detail.substring(0, MOST_CHARACTERS));
    }
}
