package studio.standin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.standin.peer.Node;

/** The stand-in router as a process of its own, with skrouterd's command line: {@code -c FILE}, {@code --version}. */
public final class StandInRouterMain {

    private static final Logger LOGGER = LoggerFactory.getLogger(StandInRouterMain.class);
    private static final int USAGE = 1;

    private StandInRouterMain() {}

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> given = List.of(arguments);
        if (given.contains("--version") || given.contains("-v")) {
            LOGGER.info("{}", Node.VERSION);
            return;
        }
        int at = Math.max(given.indexOf("-c"), given.indexOf("--conf"));
        if (at < 0 || at + 1 >= given.size()) {
            LOGGER.error("usage: -c FILE (skrouterd's configuration as JSON)");
            System.exit(USAGE);
            return;
        }
        try {
            StandInRouter router = StandInRouter.start(RouterConfiguration.read(Path.of(given.get(at + 1))));
            Runtime.getRuntime().addShutdownHook(new Thread(router::close));
            new CountDownLatch(1).await();
        } catch (IOException | IllegalArgumentException e) {
            LOGGER.error("Cannot load configuration file {}: {}", given.get(at + 1), e.getMessage());
            System.exit(USAGE);
        }
    }
}
