package studio.standin.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What holds of every router, the stand-in and the real one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConformanceTest {

    private static final Optional<RouterSource> SOURCE = RouterSource.find();

    private final Deque<AutoCloseable> ofTheTest = new ArrayDeque<>();
    private final Deque<AutoCloseable> ofTheClass = new ArrayDeque<>();
    private boolean inTest;

    @BeforeAll
    void findRouter() {
        assumeTrue(SOURCE.isPresent(), "no skrouterd on the PATH: the conformance suite is skipped");
        prepare();
        inTest = true;
    }

    /** What all tests of the class share. */
    void prepare() {}

    static RouterSource source() {
        return SOURCE.orElseThrow();
    }

    /** Starts a router that ends with the test, or with the class if it was prepared. */
    RouterSource.Running start(RouterFile file) {
        return closing(source().start(file));
    }

    <T extends AutoCloseable> T closing(T resource) {
        (inTest ? ofTheTest : ofTheClass).push(resource);
        return resource;
    }

    ManagementClient manage(int port) {
        return closing(ManagementClient.connect(port));
    }

    TestClient client(int port) {
        return closing(TestClient.connect(port));
    }

    /** Ports that nobody uses at this moment. */
    static List<Integer> ports(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int port() {
        return ports(1).getFirst();
    }

    @AfterEach
    void closeTest() throws Exception {
        close(ofTheTest);
    }

    @AfterAll
    void closeClass() throws Exception {
        close(ofTheClass);
    }

    private static void close(Deque<AutoCloseable> resources) throws Exception {
        while (!resources.isEmpty()) {
            resources.pop().close();
        }
    }
}
