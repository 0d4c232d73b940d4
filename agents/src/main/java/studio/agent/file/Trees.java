package studio.agent.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories with all that is in them. */
public final class Trees {

    private Trees() {}

    /** Deletes it if it is there, as far as that can be done; says what is left, and why. Links are not followed. */
    public static List<String> delete(Path tree) {
        List<String> left = new ArrayList<>();
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return left;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    left.add(path + ": " + e);
                }
            }
        } catch (IOException e) {
            left.add(tree + ": " + e);
        }
        return left;
    }
}
