package studio.benchmarks.router;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.agent.amqp.ManagementOptions;
import studio.agent.boot.BootFile;
import studio.agent.boot.ManagementKeys;
import studio.agent.boot.RouterSettings;
import studio.agent.certificate.CertificateFiles;
import studio.agent.loop.AgentLoop;
import studio.agent.loop.Pace;
import studio.agent.loop.Translation;
import studio.agent.process.RouterCommand;
import studio.agent.process.RouterProcess;
import studio.agent.router.Place;
import studio.agent.router.RouterEntity;
import studio.agent.router.TcpConnector;
import studio.agent.router.TcpListener;

/** Runs an agent with a router of its own and prints how long things take, and what the agent takes. */
@Command(
        name = "router-load",
        description = "Makes a router fit, kills it, and prints how long that took and what the agent takes.",
        mixinStandardHelpOptions = true)
public final class RouterLoad implements Callable<Integer> {

    private static final int MANAGEMENT_PORT = 25_790;
    private static final int FIRST_PORT = 26_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Option(names = "--pairs", defaultValue = "500", description = "Listeners, and connectors (${DEFAULT-VALUE}).")
    private int pairs;

    @Option(names = "--idle", defaultValue = "60", description = "Seconds of doing nothing (${DEFAULT-VALUE}).")
    private int idle;

    @Option(names = "--router", split = " ", description = "The router's command; by default skrouterd of the PATH.")
    private List<String> router = List.of();

    @Option(
            names = "--directory",
            defaultValue = "${sys:java.io.tmpdir}/studio-router-load",
            description = "For files.")
    private Path directory;

    private final Progress progress = new Progress();

    /** Runs the load and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RouterLoad()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, TimeoutException {
        Vertx vertx = Vertx.vertx();
        RouterSettings settings = new RouterSettings(
                "load",
                RouterSettings.Mode.INTERIOR,
                "load",
                MANAGEMENT_PORT,
                directory.resolve(Instant.now().toString()));
        new ManagementKeys(settings.managementKeys()).make(Instant.now());
        BootFile boot = BootFile.open(settings);
        boot.writeBare();
        try (RouterProcess process = process(settings)) {
            process.start();
            AgentLoop agent = new AgentLoop(vertx, site(settings, boot), Clock.systemUTC());
            try {
                measure(process, boot);
            } finally {
                agent.close();
            }
        } finally {
            vertx.close();
        }
        return 0;
    }

    private void measure(RouterProcess process, BootFile boot)
            throws IOException, InterruptedException, TimeoutException {
        print("router answers", progress.await(report -> report.healthy(), PATIENCE));
        progress.expect(entities());
        print("converged from nothing", progress.await(Progress::isConverged, PATIENCE));
        kill(process);
        print("healed after kill -9, from its boot file", progress.await(Progress::isConvergedAnew, PATIENCE));
        boot.writeBare();
        kill(process);
        print("healed after kill -9, without it", progress.await(Progress::isConvergedAnew, PATIENCE));
        OwnUse before = OwnUse.now();
        progress.idle(Duration.ofSeconds(idle));
        System.out.println("agent idle: " + OwnUse.now().since(before));
    }

    private void kill(RouterProcess process) {
        progress.forget();
        process.running().ifPresent(ProcessHandle::destroyForcibly);
    }

    private void print(String what, Duration took) {
        System.out.printf("%-45s %6d ms%n", what, took.toMillis());
    }

    private RouterProcess process(RouterSettings settings) {
        String path = System.getenv("PATH");
        RouterCommand command = router.isEmpty()
                ? RouterCommand.find(path).orElseThrow(() -> new IllegalStateException("no skrouterd on the PATH"))
                : new RouterCommand(router);
        Map<String, String> environment = new HashMap<>(RouterSettings.ENVIRONMENT);
        environment.put("PATH", path);
        return new RouterProcess(
                new RouterProcess.Start(command, settings.bootFile(), environment, settings.directory(), () -> {}));
    }

    private AgentLoop.Site site(RouterSettings settings, BootFile boot) {
        ManagementOptions management = new ManagementOptions(
                settings.managementPlace(),
                Optional.of(new ManagementKeys(settings.managementKeys()).agent()),
                ManagementOptions.Limits.USUAL);
        return new AgentLoop.Site(
                management,
                boot,
                new CertificateFiles(settings.directory().resolve("certificates")),
                (items, files) -> new Translation(progress.wanted(), Map.of(), Map.of(), Map.of(), Map.of(), false),
                progress.documents(),
                progress,
                "localhost",
                Pace.USUAL);
    }

    private List<RouterEntity> entities() {
        List<RouterEntity> entities = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            String address = "van/" + pair;
            entities.add(new TcpListener("studio-in-" + pair, address, Place.local(FIRST_PORT + pair)));
            entities.add(new TcpConnector("studio-out-" + pair, address, Place.local(FIRST_PORT + pairs + pair)));
        }
        return entities;
    }
}
