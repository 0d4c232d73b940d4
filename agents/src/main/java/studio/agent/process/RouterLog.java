package studio.agent.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a router prints. The process writes to the file itself, so that it goes on when its agent is gone.
 *
 * @param file where it is
 */
public record RouterLog(Path file) {

    private static final long MOST_BYTES = 10_000_000;
    private static final int TAIL_BYTES = 8_192;
    private static final int TAIL_LINES = 10;

    /** Keeps it from growing for ever: what is too much goes to one older file. */
    public void trim() throws IOException {
        if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
            Path older = file.resolveSibling(file.getFileName() + ".1");
            Files.copy(file, older, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
    }

    /** Its last lines. */
    public List<String> tail() {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer end = ByteBuffer.allocate(TAIL_BYTES);
            channel.read(end, Math.max(0, channel.size() - TAIL_BYTES));
            List<String> lines =
                    StandardCharsets.UTF_8.decode(end.flip()).toString().lines().toList();
            return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        } catch (IOException e) {
            return List.of(file + " can't be read: " + e);
        }
    }
}
