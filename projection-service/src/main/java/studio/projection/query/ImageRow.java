package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import studio.domain.kernel.Kind;
import studio.domain.library.Image;

/** An image. */
@Entity
@Table(name = "images")
public class ImageRow extends LibraryPartRow {

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

    @Override
    Kind<?> kind() {
        return Image.KIND;
    }
}
