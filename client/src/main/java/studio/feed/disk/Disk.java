package studio.feed.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The few things that are asked of a disk. A test answers them as a disk does that is full or fails. */
interface Disk {

    /** Writes a file and has it on the medium when it returns. */
    void write(Path file, ByteBuffer content) throws IOException;

    /** Puts a file in another one's place, at once. */
    void replace(Path file, Path by) throws IOException;

    /** Has the names in a directory on the medium when it returns. */
    void force(Path directory) throws IOException;

    /** The real one. */
    static Disk real() {
        return new Disk() {
            @Override
            public void write(Path file, ByteBuffer content) throws IOException {
                try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
                    while (content.hasRemaining()) {
                        channel.write(content);
                    }
                    channel.force(true);
                }
            }

            @Override
            public void replace(Path file, Path by) throws IOException {
                Files.move(by, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }

            @Override
            public void force(Path directory) throws IOException {
                try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        };
    }
}
