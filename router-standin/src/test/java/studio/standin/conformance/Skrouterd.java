package studio.standin.conformance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/** The real router, each in a process of its own. */
final class Skrouterd implements RouterSource {

    private final Path directory;

    Skrouterd(String version) {
        LoggerFactory.getLogger(Skrouterd.class).info("conformance suite runs on skrouterd {}", version);
        try {
            directory = Files.createTempDirectory("skrouterd");
            Files.writeString(
                    directory.resolve("skrouterd.conf"),
                    "pwcheck_method: auxprop\nauxprop_plugin: sasldb\nmech_list: ANONYMOUS EXTERNAL\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Running start(RouterFile file) {
        try {
            Path json = Files.writeString(
                    directory.resolve(file.id() + ".json"),
                    file.saslDirectory(directory).json());
            ProcessBuilder builder = new ProcessBuilder("skrouterd", "-c", json.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve(file.id() + ".log").toFile());
            builder.environment().put("SSL_CERT_FILE", "");
            builder.environment().put("SSL_CERT_DIR", "");
            Process process = builder.start();
            file.ports().forEach(Skrouterd::awaitPort);
            return new Running() {
                @Override
                public void kill() {
                    process.destroyForcibly().onExit().join();
                }

                @Override
                public void close() {
                    process.destroy();
                    process.onExit().join();
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitPort(int port) {
        await("port " + port)
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                        return true;
                    } catch (IOException e) {
                        return false;
                    }
                });
    }

    @Override
    public boolean real() {
        return true;
    }
}
