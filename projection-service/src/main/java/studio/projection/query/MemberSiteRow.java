package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.network.MemberSite;

/** A participant's place in a network. */
@Entity
@Table(name = "member_sites")
@IdClass(MemberSiteRow.Key.class)
public class MemberSiteRow extends EntityRow {

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

    /** The primary key. */
    record Key(String network, String name) implements Serializable {}

    @Override
    Kind<?> kind() {
        return MemberSite.KIND;
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
