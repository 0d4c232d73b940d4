package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import studio.domain.kernel.Kind;
import studio.domain.library.ImageVersion;

/** A version of an image; its name is {@code image:version}. */
@Entity
@Table(name = "image_versions")
public class ImageVersionRow extends LibraryPartRow {

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

    @Override
    Kind<?> kind() {
        return ImageVersion.KIND;
    }
}
