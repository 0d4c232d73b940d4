package studio.agent.main;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import studio.agent.file.AtomicFiles;

/** At most one agent works in a directory. The lock goes with the process, whatever ends it. */
final class DirectoryLock implements AutoCloseable {

    private static final String FILE = "agent.lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the directory.
     *
     * @throws IOException if another agent has it, for people
     */
    static DirectoryLock take(Path directory) throws IOException {
        AtomicFiles.directory(directory);
        Path file = directory.resolve(FILE);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel).isEmpty()) {
            channel.close();
            throw new IOException("an agent runs in " + directory + " already (process "
                    + Files.readString(file).strip() + ")");
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
        return new DirectoryLock(channel);
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException here) {
            return Optional.empty();
        }
    }

    /** The process that has the directory, if any. */
    static Optional<ProcessHandle> holder(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (lock(channel).isPresent()) {
                return Optional.empty();
            }
            ByteBuffer text = ByteBuffer.allocate(32);
            channel.read(text);
            String pid =
                    StandardCharsets.US_ASCII.decode(text.flip()).toString().strip();
            return pid.matches("[0-9]{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
