package studio.samples;

import java.util.Map;
import java.util.Optional;

/** What a program is told. */
record Environment(Map<String, String> variables) {

    static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    /** The address to listen on: one of the machine alone unless somebody says so. */
    String host() {
        return variables.getOrDefault("STUDIO_HOST", "127.0.0.1");
    }

    /** The port to listen on. */
    int port(int otherwise) {
        return number("PORT").orElse(otherwise);
    }

    /** Where files may be kept. */
    String data() {
        return variables.getOrDefault("STUDIO_DATA", ".");
    }

    /** What the place is called where the program runs. */
    String site() {
        return variables.getOrDefault("STUDIO_SITE", "here");
    }

    /** Where a required service is, as {@code host:port}. */
    String service(String alias, int otherwise) {
        return variables.getOrDefault(alias + "_HOST", "127.0.0.1") + ":"
                + number(alias + "_PORT").orElse(otherwise);
    }

    private Optional<Integer> number(String name) {
        return Optional.ofNullable(variables.get(name)).map(Integer::valueOf);
    }
}
