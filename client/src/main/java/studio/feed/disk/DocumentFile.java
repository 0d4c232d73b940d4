package studio.feed.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import studio.feed.document.Document;
import studio.schema.feed.KeptCodec;

/** The last good document on a disk: whole, or the one before it. */
public final class DocumentFile {

    private final AtomicFile file;

    /** The document in that file, which need not be there yet; its directory must. */
    public DocumentFile(Path file) {
        this(file, Disk.real());
    }

    DocumentFile(Path file, Disk disk) {
        this.file = new AtomicFile(file, disk);
    }

    /**
     * Replaces the document.
     *
     * @throws IOException if that can't be done; the document before it is still there
     */
    public void write(Document document) throws IOException {
        file.write(KeptCodec.encode(document));
    }

    /**
     * The last good document; the empty one if there is none, or if the file is damaged, which puts it aside.
     *
     * @throws IOException if the file can't be read at all
     */
    public Document read() throws IOException {
        Optional<byte[]> content = file.read();
        if (content.isEmpty()) {
            return Document.EMPTY;
        }
        try {
            return KeptCodec.decodeDocument(content.get());
        } catch (IllegalArgumentException e) {
            file.aside(String.valueOf(e.getMessage()));
            return Document.EMPTY;
        }
    }
}
