package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.library.Library;

/** A library. */
@Entity
@Table(name = "libraries")
public class LibraryRow extends EntityRow {

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

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
    Kind<?> kind() {
        return Library.KIND;
    }

    @Override
    public StreamKey stream() {
        return StreamType.LIBRARY.key(Name.of(name));
    }

    @Override
    public String name() {
        return name;
    }
}
