package studio.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what the programs of a failed test said last: where only the test's own output is kept, their logs are lost otherwise. */
public final class ChildLogs implements AfterTestExecutionCallback {

    private static final Logger LOGGER = LoggerFactory.getLogger(ChildLogs.class);
    private static final int LINES = 80;
    private static final Set<Path> LOGS = new CopyOnWriteArraySet<>();

    static void watch(Path log) {
        LOGS.add(log);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            LOGS.forEach(ChildLogs::show);
        }
    }

    private static void show(Path log) {
        if (Files.isReadable(log)) {
            List<String> lines = lines(log);
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            LOGGER.atWarn().addKeyValue("file", log).log("the end of a program's log:\n{}", String.join("\n", last));
        }
    }

    /** Whatever a killed program left behind is shown, broken characters too. */
    private static List<String> lines(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
