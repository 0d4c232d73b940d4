package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.network.Network;

/** An application network. */
@Entity
@Table(name = "application_networks")
public class NetworkRow extends RootRow {

    @Column(name = "state")
    String state;

    @Column(name = "cause")
    @Nullable
    String cause;

    @Column(name = "owner_users")
    List<String> ownerUsers;

    @Column(name = "owner_groups")
    List<String> ownerGroups;

    @Column(name = "reader_users")
    List<String> readerUsers;

    @Column(name = "reader_groups")
    List<String> readerGroups;

    @Column(name = "backbone")
    String backbone;

    @Column(name = "start_time")
    @Nullable
    Instant startTime;

    @Column(name = "end_time")
    @Nullable
    Instant endTime;

    NetworkRow() {}

    @Override
    StreamType<?, ?> type() {
        return StreamType.NETWORK;
    }

    @Override
    Kind<?> kind() {
        return Network.KIND;
    }
}
