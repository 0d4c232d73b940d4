package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.user.User;

/** A user. */
@Entity
@Table(name = "users")
public class UserRow extends RootRow {

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
    StreamType<?, ?> type() {
        return StreamType.USER;
    }

    @Override
    Kind<?> kind() {
        return User.KIND;
    }
}
