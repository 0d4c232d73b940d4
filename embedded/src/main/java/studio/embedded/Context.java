package studio.embedded;

import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * What nodes of one installation share.
 *
 * @param home where they keep things
 * @param distribution the programs they run
 * @param ports the ports they may have
 * @param durability what survives a power cut
 * @param progress is told the name of a node and what happens to it
 */
record Context(
        StudioHome home,
        Distribution distribution,
        Ports ports,
        Durability durability,
        BiConsumer<String, String> progress) {

    /** For a test: any free ports, no waiting for the disk, a cache shared by all tests, silence. */
    static Context forTest(Path directory) {
        Distribution distribution = Distribution.find();
        StudioHome home = new StudioHome(directory, distribution.cache());
        return new Context(home, distribution, Ports.forTest(home.ports()), Durability.NOTHING, (node, message) -> {});
    }

    /** Where a node's JVM keeps the archive of its classes. */
    Path archives(String node) {
        return home.cache().resolve("classes").resolve(node);
    }
}
