package studio.home.relay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.domain.kernel.Uid;
import studio.home.config.Address;
import studio.home.config.HomeConfig;
import studio.home.holder.Holder;
import studio.home.holder.Holders;
import studio.home.router.HomeRouters;

/**
 * All homes that run here. Looks again and again who has a certificate, and starts, renews and ends homes; what one of them suffers does
 * not touch the others.
 */
public final class Homes implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Homes.class);
    private static final long PATIENCE_SECONDS = 30;

    /** The file that says whose cache it is. */
    private static final String NETWORK = "network";

    private final Vertx vertx;
    private final HomeConfig config;
    private final Holders holders;
    private final Counters counters;
    private final Clock clock;
    private final Path caches;
    private final FeedPorts ports;
    private final HomeRouters routers;
    private final Map<Uid, NetworkHome> running = new ConcurrentHashMap<>();
    private final Set<Uid> dismissed = new HashSet<>();
    private final Map<Uid, String> failures = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Optional<String> blind = Optional.of("it was not looked yet");

    /** The homes whose files are in that directory. */
    public Homes(Vertx vertx, HomeConfig config, Path holders, Counters counters, Clock clock) throws IOException {
        this.vertx = vertx;
        this.config = config;
        this.holders = new Holders(holders);
        this.counters = counters;
        this.clock = clock;
        this.caches = Files.createDirectories(config.directory().resolve("homes"));
        this.routers = new HomeRouters(vertx, config, clock);
        this.ports = new FeedPorts(config.directory().resolve("feed-ports"), config.feedPorts());
    }

    /** Sees to the homes until it is stopped. */
    @Override
    public void run() {
        try {
            do {
                look();
            } while (!stopped.await(config.scanInterval().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.keySet().forEach(this::end);
        routers.endAll();
    }

    /** Ends all of them soon. */
    public void stop() {
        stopped.countDown();
    }

    /** The homes that run. */
    public Collection<NetworkHome> running() {
        return running.values();
    }

    /** Whether a home's router is connected to the backbone. */
    public boolean isRouted(NetworkHome home) {
        return routers.isLinked(home.holder().uri().home());
    }

    /** Why it can't see which homes there are, if so. */
    public Optional<String> blind() {
        return blind;
    }

    /** Why homes do not run that should, by home. */
    public Map<Uid, String> failures() {
        return Map.copyOf(failures);
    }

    /** Looks once. */
    void look() {
        try {
            Set<Uid> known = new HashSet<>(running.keySet());
            known.addAll(kept());
            known.stream().filter(holders::isGone).forEach(this::remove);
            running.values().stream()
                    .filter(NetworkHome::isDismissed)
                    .map(home -> home.holder().uri().home())
                    .forEach(home -> {
                        remove(home);
                        dismissed.add(home);
                    });
            Map<Uid, Holder> newest = holders.find().stream()
                    .filter(holder -> !dismissed.contains(holder.uri().home()))
                    .collect(Collectors.toMap(
                            holder -> holder.uri().network(),
                            holder -> holder,
                            BinaryOperator.maxBy(
                                    Comparator.comparing(holder -> holder.uri().home()))));
            newest.values().forEach(this::see);
            running.values().forEach(this::route);
            blind = Optional.empty();
        } catch (IOException | RuntimeException e) {
            if (blind.isEmpty()) {
                LOG.atError().setCause(e).log("it can't be seen which homes there are");
            }
            blind = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Sees to a home's router, which a renewal does not end. */
    private void route(NetworkHome home) {
        routers.see(
                home.holder(), home.listen(), routerFiles(home.holder().uri().home()), home.links());
    }

    private Path routerFiles(Uid home) {
        return caches.resolve(home.toString()).resolve("router");
    }

    /** Those that left something here. */
    private List<Uid> kept() throws IOException {
        try (Stream<Path> directories = Files.list(caches)) {
            return directories
                    .map(directory -> Uid.parse(String.valueOf(directory.getFileName())))
                    .toList();
        }
    }

    private void see(Holder holder) {
        Uid uid = holder.uri().home();
        Optional<NetworkHome> present = Optional.ofNullable(running.get(uid));
        if (present.filter(home -> home.holder().equals(holder)).isPresent()) {
            return;
        }
        // A network's earlier home has the port that this one is to have.
        running.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .holder()
                        .uri()
                        .network()
                        .equals(holder.uri().network()))
                .map(Map.Entry::getKey)
                .forEach(other -> {
                    end(other);
                    if (!other.equals(uid)) {
                        routers.end(other, routerFiles(other));
                    }
                });
        try {
            begin(holder);
            failures.remove(uid);
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(failures.put(uid, reason))) {
                LOG.atError()
                        .addKeyValue("network", holder.name())
                        .addKeyValue("reason", reason)
                        .log("a home could not be started, which is tried again");
            }
        }
    }

    /** On the port that the network has; one that had none gets the first that is free. */
    private void begin(Holder holder) throws IOException {
        Uid network = holder.uri().network();
        Optional<Integer> own = ports.of(network);
        Set<Integer> tried = new HashSet<>();
        Optional<Integer> port = own.or(() -> ports.free(tried));
        while (port.isPresent()) {
            NetworkHome home = new NetworkHome(vertx, holder, settings(holder, port.get()), counters, clock);
            try {
                await(home.start());
                if (own.isEmpty()) {
                    ports.remember(network, port.get());
                }
                Files.writeString(
                        caches.resolve(holder.uri().home().toString()).resolve(NETWORK),
                        network.toString(),
                        StandardCharsets.US_ASCII);
                running.put(holder.uri().home(), home);
                LOG.atInfo()
                        .addKeyValue("network", holder.name())
                        .addKeyValue("ordinal", holder.ordinal())
                        .addKeyValue("port", port.get())
                        .log("a home runs");
                return;
            } catch (BindException e) {
                tried.add(port.get());
                port = own.isPresent() ? Optional.empty() : ports.free(tried);
            }
        }
        throw new IOException(own.map(mine -> "port " + mine + " of its feed is in use")
                .orElseGet(() -> "no port from " + config.feedPorts().first() + " to "
                        + config.feedPorts().last() + " is free"));
    }

    private NetworkHome.Settings settings(Holder holder, int port) {
        return new NetworkHome.Settings(
                caches.resolve(holder.uri().home().toString()),
                config.feedServer(),
                config.feedService(),
                new Address(config.feedHost(), port),
                config.publicHost().orElseGet(config::feedHost),
                new NetworkHome.Limits(
                        config.limits().sessions(),
                        config.limits().sessionsPerSecond(),
                        config.limits().sessionsAtOnce(),
                        config.limits().framesPerSecond()),
                config.cacheInterval());
    }

    private static void await(Future<Void> future) throws IOException {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException("it took more than " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void end(Uid uid) {
        Optional.ofNullable(running.remove(uid)).ifPresent(home -> {
            try {
                await(home.close());
            } catch (IOException e) {
                LOG.atWarn()
                        .setCause(e)
                        .addKeyValue("network", home.holder().name())
                        .log("a home did not end in order");
            }
            home.flush();
        });
    }

    /** The home is gone, and what it kept of its network with it. */
    private void remove(Uid uid) {
        end(uid);
        routers.end(uid, routerFiles(uid));
        failures.remove(uid);
        try {
            Path cache = caches.resolve(uid.toString());
            if (Files.exists(cache.resolve(NETWORK))) {
                ports.forget(Uid.parse(Files.readString(cache.resolve(NETWORK), StandardCharsets.US_ASCII)));
            }
            DocumentCache.erase(cache);
            LOG.atInfo().addKeyValue("home", uid).log("a home is gone, and what it kept is forgotten");
        } catch (IOException e) {
            LOG.atWarn().setCause(e).addKeyValue("home", uid).log("what a home kept can't be forgotten");
        }
    }
}
