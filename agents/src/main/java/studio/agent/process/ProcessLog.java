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
 * What a process prints. The process writes to the file itself, so that it goes on when its agent is gone.
 *
 * @param file where it is
 */
public record ProcessLog(Path file) {

    /** The most lines that anybody is shown at once. */
    public static final int MOST_LINES = 1_000;

    private static final long MOST_BYTES = 10_000_000;
    private static final int BYTES_OF_LINE = 1_024;
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
        return tail(TAIL_LINES);
    }

    /** As many of its last lines, and no more than {@value #MOST_LINES}. */
    public List<String> tail(int most) {
        int number = Math.clamp(most, 0, MOST_LINES);
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer end = ByteBuffer.allocate(Math.max(1, number) * BYTES_OF_LINE);
            channel.read(end, Math.max(0, channel.size() - end.capacity()));
            List<String> lines =
                    StandardCharsets.UTF_8.decode(end.flip()).toString().lines().toList();
            return lines.subList(Math.max(0, lines.size() - number), lines.size());
        } catch (IOException e) {
            return List.of(file + " can't be read: " + e);
        }
    }
}
