package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.user.WebSession;

/** An open session of a browser. */
@Entity
@Table(name = "web_sessions")
public class WebSessionRow extends EntityRow {

    @Id
    @Column(name = "uid")
    UUID uid;

    @Column(name = "user_name")
    String userName;

    @Column(name = "provider")
    String provider;

    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "expires_at")
    Instant expiresAt;

    WebSessionRow() {}

    @Override
    Kind<?> kind() {
        return WebSession.KIND;
    }

    @Override
    public StreamKey stream() {
        return StreamType.USER.key(Name.of(userName));
    }

    @Override
    public String name() {
        return uid.toString();
    }
}
