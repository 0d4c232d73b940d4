package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.domain.kernel.Kind;
import studio.domain.network.MemberSite;

/** A participant's place in a network. */
@Entity
@Table(name = "member_sites")
public class MemberSiteRow extends NetworkPartRow {

    @Column(name = "state")
    String state;

    @Column(name = "cause")
    @Nullable
    String cause;

    @Column(name = "since")
    @Nullable
    Instant since;

    @Column(name = "member")
    boolean member;

    @Column(name = "invitation")
    String invitation;

    @Column(name = "site_classes")
    List<String> siteClasses;

    @Column(name = "class_uids")
    List<String> classUids;

    @Column(name = "platform")
    String platform;

    @Column(name = "accepts_all")
    boolean acceptsAll;

    @Column(name = "accepts_until")
    @Nullable
    Instant acceptsUntil;

    @Column(name = "paused")
    boolean paused;

    MemberSiteRow() {}

    @Override
    Kind<?> kind() {
        return MemberSite.KIND;
    }
}
