package studio.projection.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import studio.embedded.KafkaNode;
import studio.embedded.PostgresNode;

/** One broker and one database server for all tests of this process. */
public final class Servers {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Servers() {}

    /** The broker. */
    public static KafkaNode kafka() {
        return Kafka.NODE;
    }

    /** A database of its own. */
    public static PostgresNode.Database newDatabase() {
        return Postgres.NODE.createDatabase("test" + DATABASES.incrementAndGet());
    }

    private static Path directory(String name) {
        try {
            Path target = Files.createDirectories(Path.of("target", "servers"));
            return Files.createTempDirectory(target, name).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Kafka {
        static final KafkaNode NODE = KafkaNode.start(directory("kafka"));
    }

    private static final class Postgres {
        static final PostgresNode NODE = PostgresNode.start(directory("postgres"));
    }
}
