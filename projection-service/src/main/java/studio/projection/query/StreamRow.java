package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** Where a stream stands, and who may read its history. */
@Entity
@Table(name = "streams")
public class StreamRow {

    @Id
    @Column(name = "stream")
    String stream;

    @Column(name = "revision")
    long revision;

    @Column(name = "hash")
    String hash;

    @Column(name = "owner_users")
    List<String> ownerUsers;

    @Column(name = "owner_groups")
    List<String> ownerGroups;

    StreamRow() {}
}
