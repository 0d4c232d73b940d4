package studio.embedded.broker;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Kafka's own server, which first formats its storage if nobody has. */
public final class KafkaBroker {

    private KafkaBroker() {}

    /** Runs the broker that the properties file, the only argument, describes. */
    public static void main(String[] arguments) throws IOException {
        String file = arguments[0];
        if (!isFormatted(file)) {
            String[] format = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file};
            int exitCode = StorageTool.execute(format, System.out);
            if (exitCode != 0) {
                System.exit(exitCode);
            }
        }
        Kafka.main(arguments);
    }

    private static boolean isFormatted(String file) throws IOException {
        Properties properties = new Properties();
        try (FileInputStream input = new FileInputStream(file)) {
            properties.load(input);
        }
        return Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"));
    }
}
