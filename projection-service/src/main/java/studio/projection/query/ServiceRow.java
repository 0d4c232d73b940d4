package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import studio.domain.kernel.Kind;
import studio.domain.library.Service;

/** A service. */
@Entity
@Table(name = "services")
public class ServiceRow extends LibraryPartRow {

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

    @Override
    Kind<?> kind() {
        return Service.KIND;
    }
}
