package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.library.Image;

/** An image. */
@Entity
@Table(name = "images")
@IdClass(ImageRow.Key.class)
public class ImageRow extends EntityRow {

    @Id
    @Column(name = "library")
    String library;

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

    @Column(name = "state")
    String state;

    @Column(name = "cause")
    @Nullable
    String cause;

    @Column(name = "newest")
    @Nullable
    String newest;

    @Column(name = "versions")
    int versions;

    @Column(name = "withdrawn")
    int withdrawn;

    ImageRow() {}

    /** The primary key. */
    record Key(String library, String name) implements Serializable {}

    @Override
    Kind<?> kind() {
        return Image.KIND;
    }

    @Override
    public StreamKey stream() {
        return StreamType.LIBRARY.key(Name.of(library));
    }

    @Override
    public String name() {
        return name;
    }
}
