package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.domain.kernel.Kind;
import studio.domain.network.MemberInvitation;

/** An invitation to join a network. */
@Entity
@Table(name = "member_invitations")
public class MemberInvitationRow extends NetworkPartRow {

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

    @Override
    Kind<?> kind() {
        return MemberInvitation.KIND;
    }
}
