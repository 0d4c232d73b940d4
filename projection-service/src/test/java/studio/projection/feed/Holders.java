package studio.projection.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.testkit.tls.TestAuthority;

/** The directory in which the feed finds its certificate, once somebody puts it there. */
final class Holders {

    static final String DOMAIN = "spiffe://studio.test";
    static final String SERVER = DOMAIN + "/service/feed";
    static final TestAuthority AUTHORITY = new TestAuthority("studio");

    private final Path directory;

    Holders() throws IOException {
        directory = Files.createTempDirectory("holders");
    }

    Path directory() {
        return directory;
    }

    /** The service's certificate of that ordinal is there from now on. */
    void issue(int ordinal) throws IOException {
        TestAuthority.Shown shown = AUTHORITY.leaf(SERVER);
        Path place = Files.createDirectories(directory.resolve("service-home/feed/" + ordinal));
        Files.writeString(directory.resolve("root.pem"), shown.trust());
        Files.writeString(place.resolve("key.pem"), shown.key());
        Path whole = Files.writeString(place.resolve("chain.tmp"), shown.chain());
        Files.move(whole, place.resolve("chain.pem"));
    }
}
