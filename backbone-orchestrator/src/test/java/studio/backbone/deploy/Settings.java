package studio.backbone.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What services can be told, as their generated reference has it, and where they listen if they are told nothing. */
final class Settings {

    /** Those that run at the Service Home. */
    static final List<String> SERVICES =
            List.of("command-service", "projection-service", "cert-orchestrator", "appnet-home");

    private static final Path REFERENCE = Path.of("../docs/reference/configuration.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(studio\\.[a-z0-9.-]+)` \\| (.*?) \\|");

    private final Set<String> variables = new HashSet<>();
    private final Set<String> required = new HashSet<>();

    private Settings() {}

    static Settings read() throws IOException {
        Settings settings = new Settings();
        for (String line : Files.readAllLines(REFERENCE)) {
            Matcher row = ROW.matcher(line);
            if (row.find()) {
                settings.variables.add(variable(row.group(1)));
                if (row.group(2).contains("*required*")) {
                    settings.required.add(variable(row.group(1)));
                }
            }
        }
        return settings;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    boolean knows(String variable) {
        return variables.contains(variable);
    }

    /** Settings without which some service does not start, but for those that services derive from others. */
    Set<String> required(Set<String> derived) {
        return required.stream().filter(variable -> !derived.contains(variable)).collect(Collectors.toSet());
    }

    /** What all services set for themselves. */
    static Set<String> derived() throws IOException {
        Set<String> derived = new HashSet<>();
        for (String service : SERVICES) {
            own(service).stringPropertyNames().stream()
                    .filter(key -> key.startsWith("studio."))
                    .map(Settings::variable)
                    .forEach(derived::add);
        }
        return derived;
    }

    /** The port on which that service listens. */
    static Optional<Integer> port(String service) throws IOException {
        return Optional.ofNullable(own(service).getProperty("quarkus.http.port"))
                .map(Integer::valueOf);
    }

    private static Properties own(String service) throws IOException {
        Properties properties = new Properties();
        Path file = Path.of("..", service, "src/main/resources/application.properties");
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
