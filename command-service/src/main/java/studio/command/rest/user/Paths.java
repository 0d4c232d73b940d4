package studio.command.rest.user;

import studio.domain.StreamType;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** The paths below which users are, and the streams that they stand for. */
final class Paths {

    static final String USERS = "/api/v1/users";
    static final String USER = USERS + "/{user}";

    private Paths() {}

    static StreamKey stream(Name user) {
        return StreamType.USER.key(user);
    }
}
