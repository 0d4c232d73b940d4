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
import studio.domain.user.ApiToken;

/** An API token. */
@Entity
@Table(name = "api_tokens")
@IdClass(ApiTokenRow.Key.class)
public class ApiTokenRow extends EntityRow {

    @Id
    @Column(name = "user_name")
    String userName;

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "uid")
    UUID uid;

    @Column(name = "scopes")
    List<String> scopes;

    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    ApiTokenRow() {}

    /** The primary key. */
    record Key(String userName, String name) implements Serializable {}

    @Override
    Kind<?> kind() {
        return ApiToken.KIND;
    }

    @Override
    public StreamKey stream() {
        return StreamType.USER.key(Name.of(userName));
    }

    @Override
    public String name() {
        return name;
    }
}
