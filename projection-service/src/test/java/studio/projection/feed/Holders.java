package studio.projection.feed;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import studio.testkit.tls.TestAuthority;

/** The directory in which the service under test finds its certificate, once somebody puts it there. */
public final class Holders implements QuarkusTestResourceLifecycleManager {

    static final String DOMAIN = "spiffe://studio.test";
    static final String SERVER = DOMAIN + "/service/feed";
    static final TestAuthority AUTHORITY = new TestAuthority("studio");

    private static volatile Path directory = Path.of("");

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("holders");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "studio.holders.directory",
                directory.toString(),
                "studio.feed.port",
                "0",
                "studio.feed.renewal-interval",
                "50ms",
                "studio.feed.status-interval",
                "100ms");
    }

    static Path directory() {
        return directory;
    }

    /** The service's certificate of that ordinal is there from now on. */
    static void issue(int ordinal) throws IOException {
        TestAuthority.Shown shown = AUTHORITY.leaf(SERVER);
        Path place = Files.createDirectories(directory.resolve("service-home/feed/" + ordinal));
        Files.writeString(directory.resolve("root.pem"), shown.trust());
        Files.writeString(place.resolve("key.pem"), shown.key());
        Path whole = Files.writeString(place.resolve("chain.tmp"), shown.chain());
        Files.move(whole, place.resolve("chain.pem"));
    }

    @Override
    public void stop() {
        Objects.requireNonNull(directory);
    }
}
