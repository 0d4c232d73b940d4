package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.user.User;

/** A user. */
@Entity
@Table(name = "users")
public class UserRow extends EntityRow {

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

    @Column(name = "roles")
    List<String> roles;

    @Column(name = "groups")
    List<String> groups;

    UserRow() {}

    @Override
    Kind<?> kind() {
        return User.KIND;
    }

    @Override
    public StreamKey stream() {
        return StreamType.USER.key(Name.of(name));
    }

    @Override
    public String name() {
        return name;
    }
}
