package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.network.Home;

/** The home of a network, of the same name. */
@Entity
@Table(name = "homes")
public class HomeRow extends RootRow {

    @Column(name = "state")
    String state;

    @Column(name = "placement")
    String placement;

    @Column(name = "since")
    @Nullable
    Instant since;

    HomeRow() {}

    @Override
    StreamType<?, ?> type() {
        return StreamType.NETWORK;
    }

    @Override
    Kind<?> kind() {
        return Home.KIND;
    }
}
