package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.library.Library;

/** A library. */
@Entity
@Table(name = "libraries")
public class LibraryRow extends RootRow {

    @Column(name = "offered_to_users")
    List<String> offeredToUsers;

    @Column(name = "offered_to_groups")
    List<String> offeredToGroups;

    @Column(name = "images")
    int images;

    @Column(name = "services")
    int services;

    LibraryRow() {}

    @Override
    StreamType<?, ?> type() {
        return StreamType.LIBRARY;
    }

    @Override
    Kind<?> kind() {
        return Library.KIND;
    }
}
