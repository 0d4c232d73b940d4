package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.network.MemberInvitation;

/** An invitation to join a network. */
@Entity
@Table(name = "member_invitations")
@IdClass(MemberInvitationRow.Key.class)
public class MemberInvitationRow extends EntityRow {

    @Id
    @Column(name = "network")
    String network;

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

    @Column(name = "state")
    String state;

    @Column(name = "join_deadline")
    @Nullable
    Instant joinDeadline;

    @Column(name = "use_limit")
    @Nullable
    Long useLimit;

    @Column(name = "admitted")
    long admitted;

    @Column(name = "interactive")
    boolean interactive;

    @Column(name = "own_site")
    boolean ownSite;

    MemberInvitationRow() {}

    /** The primary key. */
    record Key(String network, String name) implements Serializable {}

    @Override
    Kind<?> kind() {
        return MemberInvitation.KIND;
    }

    @Override
    public StreamKey stream() {
        return StreamType.NETWORK.key(Name.of(network));
    }

    @Override
    public String name() {
        return name;
    }
}
