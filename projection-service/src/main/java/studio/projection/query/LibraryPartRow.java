package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.io.Serializable;
import java.util.UUID;
import studio.domain.StreamType;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** What all rows have of what is in a library, where names are unique. */
@MappedSuperclass
@IdClass(LibraryPartRow.Key.class)
public abstract class LibraryPartRow extends EntityRow {

    @Id
    @Column(name = "library")
    String library;

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

    /** The primary key. */
    record Key(String library, String name) implements Serializable {}

    @Override
    public StreamKey stream() {
        return StreamType.LIBRARY.key(Name.of(library));
    }

    @Override
    public String name() {
        return name;
    }
}
