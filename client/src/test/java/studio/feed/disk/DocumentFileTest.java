package studio.feed.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.plan.ItemsHash;
import studio.feed.document.Document;
import studio.feed.document.Shelf;
import studio.feed.frame.AudienceVersion;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Head;
import studio.feed.frame.Vector;

class DocumentFileTest {

    private static final Disk REAL = Disk.real();

    @TempDir
    private Path directory;

    /** A document of some size, each version of which is another one. */
    static Document document(long version) {
        List<FeedItem> items = IntStream.range(0, 20)
                .mapToObj(i -> new FeedItem(
                        "network",
                        "process/p" + i,
                        "PROCESS",
                        "i1:" + version + "/" + i,
                        ByteBuffer.allocate(1_000).putLong(0, version),
                        List.of(new FeedItem.Previous("i1:" + i, ByteBuffer.allocate(3))),
                        "event-" + version))
                .toList();
        Head head = new Head("network", version, 0, ItemsHash.EMPTY, List.of());
        return Document.of(
                new Vector(List.of(new AudienceVersion("network", version))), List.of(Shelf.of(head, items)));
    }

    private Path path() {
        return directory.resolve("document");
    }

    @Test
    void shouldGiveBackWhatItKept() throws IOException {
        // Given
        DocumentFile file = new DocumentFile(path());
        assertThat(file.read()).isEqualTo(Document.EMPTY);

        // When
        file.write(document(1));
        file.write(document(2));

        // Then
        assertThat(new DocumentFile(path()).read()).isEqualTo(document(2));
        assertThat(directory).isDirectoryNotContaining("glob:**.next");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 40, 44, 45, 1_000, -1})
    void shouldPutAsideWhatIsDamaged(int at) throws IOException {
        // Given
        new DocumentFile(path()).write(document(1));
        byte[] bytes = Files.readAllBytes(path());
        bytes[at < 0 ? bytes.length - 1 : at] ^= 1;
        Files.write(path(), bytes);

        // When
        Document read = new DocumentFile(path()).read();

        // Then
        assertThat(read).isEqualTo(Document.EMPTY);
        assertThat(directory.resolve("document.damaged")).hasBinaryContent(bytes);
    }

    @Test
    void shouldPutAsideWhatIsCutShort() throws IOException {
        new DocumentFile(path()).write(document(1));
        byte[] bytes = Files.readAllBytes(path());
        for (int length = 0; length < bytes.length; length += 97) {
            Files.write(path(), Arrays.copyOf(bytes, length));
            assertThat(new DocumentFile(path()).read()).isEqualTo(Document.EMPTY);
        }
    }

    /** A disk that is full after so many bytes. */
    private static Disk fullAfter(int bytes) {
        return new Disk() {
            @Override
            public void write(Path file, ByteBuffer content) throws IOException {
                REAL.write(file, content.slice(0, Math.min(bytes, content.remaining())));
                throw new IOException("No space left on device");
            }

            @Override
            public void replace(Path file, Path by) throws IOException {
                REAL.replace(file, by);
            }

            @Override
            public void force(Path path) throws IOException {
                REAL.force(path);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 4_000})
    void shouldKeepTheOneBeforeOnAFullDisk(int room) throws IOException {
        // Given
        new DocumentFile(path()).write(document(1));
        DocumentFile full = new DocumentFile(path(), fullAfter(room));

        // When
        assertThatThrownBy(() -> full.write(document(2))).isInstanceOf(IOException.class);

        // Then
        assertThat(full.read()).isEqualTo(document(1));
        assertThat(directory).isDirectoryNotContaining("glob:**.next");
        new DocumentFile(path()).write(document(3));
        assertThat(full.read()).isEqualTo(document(3));
    }

    @Test
    void shouldSurviveBeingKilledAtAnyMoment() throws IOException, InterruptedException {
        Random random = new Random(7);
        for (int round = 0; round < 3; round++) {
            // Given
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            path().toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            long written = 0;
            try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
                int enough = 20 + random.nextInt(100);
                for (int line = 0; line < enough; line++) {
                    written = Long.parseLong(lines.readLine().replace(".", ""));
                }

                // When
                writer.destroyForcibly();
                writer.waitFor();
            }

            // Then
            Document read = new DocumentFile(path()).read();
            long version = read.vector().version("network").orElse(0);
            assertThat(version).isGreaterThanOrEqualTo(written);
            assertThat(read).isEqualTo(document(version));
        }
    }

    /** Writes one document after the other, and says so. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            DocumentFile file = new DocumentFile(Path.of(arguments[0]));
            long first = 1 + file.read().vector().version("network").orElse(0);
            for (long version = first; ; version++) {
                file.write(document(version));
                out.println(version + ".");
            }
        }
    }

    @Test
    void shouldKeepDecisionsUntilTheyAreAnswered() throws IOException {
        // Given
        DecisionFile file = new DecisionFile(directory.resolve("decisions"));
        file.add(decision(file.nextSeq()));
        file.add(decision(file.nextSeq()));

        // When
        DecisionFile later = new DecisionFile(directory.resolve("decisions"));
        later.answered(1);

        // Then
        DecisionFile last = new DecisionFile(directory.resolve("decisions"));
        assertThat(last.pending()).containsExactly(decision(2));
        assertThat(last.nextSeq()).isEqualTo(3);
        assertThatThrownBy(() -> last.add(decision(2))).hasMessageContaining("seq must be at least 3");
    }

    private static Frame.Decide decision(long seq) {
        return new Frame.Decide(
                seq, "web", "d1:x", "DECLINED", "no", ByteBuffer.allocate(1), "alice", ByteBuffer.allocate(64));
    }
}
