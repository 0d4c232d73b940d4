package studio.home.router;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.loop.Pace;
import studio.agent.process.RouterCommand;
import studio.agent.process.RouterProcess;
import studio.domain.kernel.Uid;
import studio.domain.plan.Item;
import studio.domain.plan.ItemKind;
import studio.feed.document.Document;
import studio.home.config.Address;
import studio.home.config.HomeConfig;
import studio.home.holder.Holder;
import studio.schema.feed.ItemMapping;

/**
 * Gives each home a router as soon as its network has links to the backbone. A home serves its sites directly whether its router runs or
 * not.
 */
public final class HomeRouters {

    private static final Logger LOG = LoggerFactory.getLogger(HomeRouters.class);

    private static final String INVITATION = "invitation/";

    /** Addresses that stand for all of a machine's. */
    private static final Set<String> ANYWHERE = Set.of("0.0.0.0", "::");

    private final Vertx vertx;
    private final HomeConfig config;
    private final Clock clock;
    private final Map<Uid, HomeRouter> running = new ConcurrentHashMap<>();
    private final Map<Uid, String> failures = new ConcurrentHashMap<>();

    /** Those of that configuration. */
    public HomeRouters(Vertx vertx, HomeConfig config, Clock clock) {
        this.vertx = vertx;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Sees that the home which serves there has a router with those links, and files in that directory. Without links one that runs stays
     * as it is: that there is nothing to do never means that all is to end.
     */
    public void see(Holder holder, Address feed, Path directory, List<Item> links) {
        if (!config.router().enabled() || links.isEmpty()) {
            return;
        }
        Uid home = holder.uri().home();
        try {
            Optional<HomeRouter> present = Optional.ofNullable(running.get(home));
            boolean renewed =
                    present.filter(router -> !router.holder().equals(holder)).isPresent();
            if (renewed) {
                present.ifPresent(HomeRouter::leave);
                running.remove(home);
            }
            HomeRouter router = renewed || present.isEmpty() ? start(holder, feed, directory) : present.get();
            router.show(RouterMeaning.links(links));
            failures.remove(home);
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(failures.put(home, reason))) {
                LOG.atError()
                        .addKeyValue("network", holder.name())
                        .addKeyValue("reason", reason)
                        .log("a home's router can't be started, which is tried again; sites reach it directly");
            }
        }
    }

    private HomeRouter start(Holder holder, Address feed, Path directory) throws IOException {
        RouterCommand command = config.router()
                .command()
                .map(RouterCommand::new)
                .orElseGet(() -> RouterCommand.choose(config.router().path()));
        HomeRouter router = HomeRouter.start(
                vertx,
                holder,
                new Address(ANYWHERE.contains(feed.host()) ? "127.0.0.1" : feed.host(), feed.port()),
                new HomeRouter.Settings(command, config.router().path(), directory.toAbsolutePath(), Pace.USUAL),
                clock);
        running.put(holder.uri().home(), router);
        LOG.atInfo()
                .addKeyValue("network", holder.name())
                .addKeyValue("standIn", command.isStandIn())
                .log("a home has a router");
        return router;
    }

    /** Whether an audience may have links to the backbone. */
    public static boolean hasLinks(String audience) {
        return audience.startsWith(INVITATION);
    }

    /** The links that a network's document has: those of all its invitations. */
    public static List<Item> links(Document document) {
        return document.shelves().values().stream()
                .filter(shelf -> hasLinks(shelf.head().audience()))
                .flatMap(shelf -> shelf.items().values().stream())
                .filter(item -> item.kind().equals(ItemKind.LINK.name()))
                .map(ItemMapping::fromFeed)
                .toList();
    }

    /** Whether that home's router is connected to the backbone. */
    public boolean isLinked(Uid home) {
        return Optional.ofNullable(running.get(home))
                .filter(HomeRouter::isLinked)
                .isPresent();
    }

    /** The home is gone: so is its router, even one of an earlier process, whose files are in that directory. */
    public void end(Uid home, Path directory) {
        end(home);
        try {
            RouterProcess.endIn(directory);
        } catch (IOException e) {
            LOG.atWarn().setCause(e).addKeyValue("home", home).log("a router that was left over does not end");
        }
    }

    private void end(Uid home) {
        failures.remove(home);
        Optional.ofNullable(running.remove(home)).ifPresent(router -> {
            try {
                router.close();
            } catch (IOException e) {
                LOG.atWarn()
                        .setCause(e)
                        .addKeyValue("network", router.holder().name())
                        .log("a home's router did not end in order");
            }
        });
    }

    /** All homes end. */
    public void endAll() {
        running.keySet().forEach(this::end);
    }
}
