package studio.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.embedded.ServiceNode.Service;

/** All nodes of one machine. Any number of people may bring it up and down at the same time: they take turns. */
public final class Installation {

    /** The service that people and programs talk to. */
    public static final String PUBLIC_SERVICE = "projection-service";

    private static final String COMMAND_SERVICE = "command-service";
    private static final String CERT_ORCHESTRATOR = "cert-orchestrator";
    private static final String FEED = "feed";
    private static final String HOME = "appnet-home";
    private static final String DATABASE = "studio";

    /** Studio's own services. Each finds the others, and what it needs, in its environment. */
    private static final List<Service> SERVICES = List.of(
            new Service(COMMAND_SERVICE, 8_081),
            new Service(PUBLIC_SERVICE, Map.of(PUBLIC_SERVICE, 8_080, FEED, 8_443)),
            new Service(CERT_ORCHESTRATOR, 8_082),
            new Service(HOME, 8_083));

    /**
     * What a person may choose.
     *
     * @param ports ports by the name of their node
     * @param durability what survives a power cut; if empty, as last time
     * @param environment further variables for Studio's services
     */
    public record Options(
            Map<String, Integer> ports, Optional<Durability> durability, Map<String, String> environment) {

        /** Nothing chosen. */
        public static final Options NONE = new Options(Map.of(), Optional.empty(), Map.of());
    }

    private final Context context;
    private final Options options;
    private final KafkaNode kafka;
    private final PostgresNode postgres;
    private final RegistryNode registry;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    /** The installation at {@code home}; {@code progress} is told the name of a node and what happens to it. */
    public Installation(
            StudioHome home, Distribution distribution, Options options, BiConsumer<String, String> progress) {
        this.context = new Context(
                home,
                distribution,
                Ports.remembered(home.ports(), options.ports()),
                Durability.remembered(home.durability(), options.durability()),
                progress);
        this.options = options;
        this.kafka = new KafkaNode(context);
        this.postgres = new PostgresNode(context, List.of(DATABASE));
        this.registry = new RegistryNode(context, postgres);
        List.of(kafka, postgres, registry).forEach(this::add);
        for (Service service : SERVICES) {
            add(new ServiceNode(service, List.of(kafka, postgres, registry), this::environment, context));
        }
    }

    private void add(Node node) {
        nodes.put(node.name(), node);
    }

    /** What every service is told. */
    private Map<String, String> environment() {
        PostgresNode.Database database = postgres.database(DATABASE);
        Map<String, String> environment = new TreeMap<>(options.environment());
        environment.put("STUDIO_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("STUDIO_REGISTRY_URL", registry.url());
        environment.put("STUDIO_DATABASE_URL", database.url());
        environment.put("STUDIO_DATABASE_USERNAME", database.name());
        environment.put("STUDIO_DATABASE_PASSWORD", database.password());
        environment.put("STUDIO_COMMAND_URL", url(COMMAND_SERVICE));
        environment.put("STUDIO_CLAIMS_URL", url());
        environment.put("STUDIO_HOMES_CONSOLE_URL", url(HOME));
        environment.put(
                "STUDIO_HOLDERS_DIRECTORY",
                context.home().data(CERT_ORCHESTRATOR).toString());
        int feed = Objects.requireNonNull(nodes.get(PUBLIC_SERVICE)).port(FEED);
        environment.put("STUDIO_FEED_PORT", Integer.toString(feed));
        environment.put("STUDIO_HOME_FEED_SERVER", Ports.LOOPBACK + ":" + feed);
        return environment;
    }

    /**
     * Starts what doesn't run, and starts anew what was built or asked for differently; returns when everything answers.
     *
     * @throws NodeException if something doesn't; the rest stays up, and doing it again goes on from there
     */
    public void up(Duration timeout) {
        locked(timeout, () -> {
            nodes.values().forEach(Node::choosePorts);
            List<Node> built = all().stream().filter(Node::isBuilt).toList();
            all().stream().filter(node -> !node.isBuilt()).forEach(node -> node.report("is not built, and left out"));
            inOrder(built, Node::needs, node -> {
                node.run(timeout);
                node.report("is up");
            });
        });
    }

    /** Ends what runs, those that need others first; kills what doesn't end within {@code timeout}. */
    public void down(Duration timeout) {
        locked(timeout, () -> end(timeout));
    }

    /** Ends everything and forgets everything that was kept. */
    public void reset(Duration timeout) {
        locked(timeout, () -> {
            end(timeout);
            context.home().erase();
        });
    }

    private void end(Duration timeout) {
        inOrder(all().reversed(), this::neededBy, node -> {
            if (node.down(timeout)) {
                node.report("is down");
            }
        });
    }

    /** What is true of each node now, without waiting for anybody. */
    public List<NodeStatus> status() {
        return nodes.values().stream().map(Node::status).toList();
    }

    /** Where people and programs reach Studio, while it is up. */
    public String url() {
        return url(PUBLIC_SERVICE);
    }

    /** Where the password of the first administrator is, from when it was made until somebody deletes it. */
    public Path administratorPassword() {
        return context.home().data(COMMAND_SERVICE).resolve("admin-password");
    }

    /** Where Kafka's clients find the broker, while it runs. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    private String url(String service) {
        return "http://" + Ports.LOOPBACK + ":"
                + Objects.requireNonNull(nodes.get(service)).port();
    }

    private List<Node> all() {
        return List.copyOf(nodes.values());
    }

    private List<Node> neededBy(Node node) {
        return nodes.values().stream()
                .filter(other -> other.needs().contains(node))
                .toList();
    }

    /** Does something with every node at the same time, with each only after it was done with those before it. */
    private static void inOrder(List<Node> nodes, Function<Node, List<Node>> before, Consumer<Node> action) {
        Map<Node, Future<?>> done = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Node node : nodes) {
                Map<String, Future<?>> earlier = new LinkedHashMap<>();
                before.apply(node).forEach(other -> earlier.put(other.name(), done.get(other)));
                done.put(node, threads.submit(() -> {
                    earlier.forEach((name, future) -> waitFor(future, node.name() + " waited in vain for " + name));
                    action.accept(node);
                }));
            }
        }
        List<Throwable> failures = done.values().stream()
                .filter(future -> future.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .toList();
        if (!failures.isEmpty()) {
            throw NodeException.all(failures);
        }
    }

    private static void waitFor(Future<?> future, String otherwise) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new NodeException(otherwise, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeException(otherwise, e);
        }
    }

    /** Lets one command at a time work on the directory. */
    private void locked(Duration timeout, Runnable work) {
        Path file = context.home().lock();
        try {
            StudioHome.createParent(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (!Await.until(() -> lock(channel), timeout)) {
                    throw new NodeException("another command has been working on "
                            + context.home().root() + " for " + timeout.toSeconds() + " s: wait until it has ended");
                }
                work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lock goes with the channel, or with our process. */
    private static boolean lock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
