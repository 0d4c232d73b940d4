package studio.agent.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import studio.agent.file.AtomicFiles;

/**
 * Which process a router is, for an agent that is started again.
 *
 * @param file where it is written
 */
record PidFile(Path file) {

    void write(ProcessHandle process) throws IOException {
        AtomicFiles.write(file, process.pid() + " " + started(process).orElse("unknown") + "\n");
    }

    /** The process on record, if it still runs: another one can have its number, and then began at another time. */
    Optional<ProcessHandle> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] words = Files.readString(file).strip().split(" ", -1);
        return words.length == 2 && words[0].matches("[0-9]{1,18}")
                ? ProcessHandle.of(Long.parseLong(words[0]))
                        .filter(ProcessHandle::isAlive)
                        .filter(process ->
                                started(process).filter(words[1]::equals).isPresent())
                : Optional.empty();
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static Optional<String> started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString);
    }
}
