package studio.standin.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Where the router under test comes from: the stand-in, or skrouterd if it is on the PATH and asked for. */
public interface RouterSource {

    /** A router that runs. */
    interface Running extends AutoCloseable {

        /** Ends it without a word to anybody. */
        void kill();

        @Override
        void close();
    }

    /** Starts a router with that configuration, and waits until its listeners are there. */
    Running start(RouterFile file);

    /** Is it the real one? */
    boolean real();

    /** The one that this build is to test; empty if it is not there. */
    static Optional<RouterSource> find() {
        if (!System.getProperty("studio.router", "standin").equals("skrouterd")) {
            return Optional.of(new StandIns());
        }
        return version().map(Skrouterd::new);
    }

    private static Optional<String> version() {
        try {
            Process process = new ProcessBuilder("skrouterd", "--version")
                    .redirectErrorStream(true)
                    .start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(version)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
