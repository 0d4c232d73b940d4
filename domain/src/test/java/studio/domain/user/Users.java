package studio.domain.user;

import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.Actors.names;
import static studio.domain.spec.Actors.user;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.spec.StreamSpec;
import studio.domain.user.UserCommand.CreateApiToken;
import studio.domain.user.UserCommand.RegisterUser;
import studio.domain.user.UserCommand.RemoveUser;
import studio.domain.user.UserCommand.SignIn;
import studio.domain.user.UserCommand.SuspendUser;

/** The user {@code alice} in the states in which specs begin. */
final class Users {

    static final Actor ALICE = user("alice", Set.of(Role.BACKBONE_OWNER), "netops");
    static final Name CI = Name.of("ci");
    static final Digest HASH = new Digest("c0".repeat(32));

    private Users() {}

    static StreamSpec<UserCommand, UserEvent> absent() {
        return StreamSpec.of(StreamType.USER, "alice");
    }

    static StreamSpec<UserCommand, UserEvent> active() {
        return absent().given(ADMIN, new RegisterUser(Set.of(Role.BACKBONE_OWNER), names("netops")));
    }

    /** Active, with a session of eight hours and a token for ever. */
    static StreamSpec<UserCommand, UserEvent> signedIn() {
        StreamSpec<UserCommand, UserEvent> spec = active();
        return spec.given(Actor.SIGN_IN, new SignIn(HASH, spec.now().plus(Duration.ofHours(8)), "directory"))
                .given(ALICE, new CreateApiToken(CI, Set.of(ApiToken.Scope.READ), HASH, Optional.empty()));
    }

    static StreamSpec<UserCommand, UserEvent> suspended() {
        return signedIn().given(ADMIN, new SuspendUser("left"));
    }

    static StreamSpec<UserCommand, UserEvent> removed() {
        return signedIn().given(ADMIN, new RemoveUser());
    }
}
