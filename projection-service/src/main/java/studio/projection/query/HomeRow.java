package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.network.Home;

/** The home of a network, of the same name. */
@Entity
@Table(name = "homes")
public class HomeRow extends EntityRow {

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

    @Column(name = "state")
    String state;

    @Column(name = "placement")
    String placement;

    @Column(name = "since")
    @Nullable
    Instant since;

    HomeRow() {}

    @Override
    Kind<?> kind() {
        return Home.KIND;
    }

    @Override
    public StreamKey stream() {
        return StreamType.NETWORK.key(Name.of(name));
    }

    @Override
    public String name() {
        return name;
    }
}
