package studio.testkit.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.testkit.reference.SettingsReader.Section;

/** The page docs/reference/configuration.md: everything that a service can be told, from the interfaces named {@code *Config}. */
public final class ConfigurationPage {

    private static final String HEAD = """
            <!-- Generated from the interfaces named *Config by ConfigurationPageTest; rewrite it with -Dstudio.rewrite=true. -->
            # Configuration

            A key can be set as a Java system property, as a variable of the environment (the key in capitals, everything but letters and digits as `_`:
            `STUDIO_KAFKA_BOOTSTRAP_SERVERS`), or in a file `config/application.properties` beside the service. Durations are written as `250ms`, `5s`, `1m`, `12h` or `7d`.
            All services are given the same environment; keys that are not theirs they leave alone.
            """;

    private ConfigurationPage() {}

    /**
     * The page for those modules.
     *
     * @param modules a service's directory each, or one of which services consist
     */
    public static String of(List<Path> modules) {
        Set<Section> sections = modules.stream()
                .flatMap(module -> SettingsReader.read(interfaces(module)).stream())
                .sorted(Comparator.comparing(Section::prefix))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return HEAD + sections.stream().map(ConfigurationPage::section).collect(Collectors.joining());
    }

    private static List<Path> interfaces(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith("Config.java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(Section section) {
        return section.settings().stream()
                .map(ConfigurationPage::row)
                .collect(Collectors.joining(
                        "",
                        "\n## " + section.prefix() + "\n\n" + section.meaning()
                                + "\n\n| key | default | meaning |\n|---|---|---|\n",
                        ""));
    }

    private static String row(Setting setting) {
        String defaultValue =
                setting.defaultValue().map(value -> "`" + value + "`").orElse(setting.isOptional() ? "" : "*required*");
        String limits = setting.limits().isEmpty() ? "" : " (" + setting.limits() + ")";
        return "| `" + setting.key() + "` | " + defaultValue + limits + " | " + setting.meaning() + " |\n";
    }
}
