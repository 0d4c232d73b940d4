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
import studio.domain.library.Service;

/** A service. */
@Entity
@Table(name = "services")
@IdClass(ServiceRow.Key.class)
public class ServiceRow extends EntityRow {

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

    @Column(name = "protocol")
    String protocol;

    @Column(name = "port")
    int port;

    ServiceRow() {}

    /** The primary key. */
    record Key(String library, String name) implements Serializable {}

    @Override
    Kind<?> kind() {
        return Service.KIND;
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
