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
import studio.domain.library.ImageVersion;

/** A version of an image; its name is {@code image:version}. */
@Entity
@Table(name = "image_versions")
@IdClass(ImageVersionRow.Key.class)
public class ImageVersionRow extends EntityRow {

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

    @Column(name = "image")
    String image;

    @Column(name = "version")
    String version;

    @Column(name = "number")
    int number;

    @Column(name = "mutable")
    boolean mutable;

    @Column(name = "digest")
    String digest;

    ImageVersionRow() {}

    /** The primary key. */
    record Key(String library, String name) implements Serializable {}

    @Override
    Kind<?> kind() {
        return ImageVersion.KIND;
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
