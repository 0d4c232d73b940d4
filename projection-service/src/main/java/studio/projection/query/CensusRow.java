package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.network.Census;

/** How many sites a network has. */
@Entity
@Table(name = "censuses")
public class CensusRow extends RootRow {

    @Column(name = "sites")
    long sites;

    CensusRow() {}

    @Override
    StreamType<?, ?> type() {
        return StreamType.NETWORK;
    }

    @Override
    Kind<?> kind() {
        return Census.KIND;
    }

    /** How many sites there are. */
    public long sites() {
        return sites;
    }
}
