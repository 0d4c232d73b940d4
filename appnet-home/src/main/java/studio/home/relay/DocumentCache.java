package studio.home.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.feed.disk.DocumentFile;
import studio.feed.document.Document;

/**
 * The network's document on the disk. It is written from time to time, since a home can ask for what it lost, and a document with many
 * sites is large.
 */
final class DocumentCache {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentCache.class);

    private final DocumentFile file;
    private final AtomicReference<Optional<Document>> pending = new AtomicReference<>(Optional.empty());

    DocumentCache(Path directory) throws IOException {
        Files.createDirectories(directory);
        this.file = new DocumentFile(directory.resolve("document"));
    }

    Document read() throws IOException {
        return file.read();
    }

    /** It is to be on the disk before long. */
    void keep(Document document) {
        pending.set(Optional.of(document));
    }

    /** Writes the newest that was to be kept; on a thread that may wait, one at a time. */
    void flush() {
        Optional<Document> newest = pending.getAndSet(Optional.empty());
        if (newest.isPresent()) {
            try {
                file.write(newest.get());
            } catch (IOException e) {
                pending.compareAndSet(Optional.empty(), newest);
                LOG.atError().setCause(e).log("the document could not be written; the one before it is still there");
            }
        }
    }

    /** Forgets everything in that directory. */
    static void erase(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> innermostFirst;
        try (Stream<Path> walk = Files.walk(directory)) {
            innermostFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : innermostFirst) {
            Files.deleteIfExists(path);
        }
    }
}
