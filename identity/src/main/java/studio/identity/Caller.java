package studio.identity;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import studio.api.problem.ProblemType;
import studio.domain.kernel.Actor;
import studio.identity.problem.ProblemException;

/** Who gives the present request. */
@RequestScoped
public class Caller {

    private Optional<Identity> identity = Optional.empty();

    /** Who gives it; only methods marked {@link Anonymous} can be called by nobody. */
    public Identity identity() {
        return identity.orElseThrow(
                () -> ProblemException.of(ProblemType.NOT_SIGNED_IN, "this needs an API token or a session"));
    }

    /** The identity's actor. */
    public Actor actor() {
        return identity().actor();
    }

    void is(Identity known) {
        identity = Optional.of(known);
    }
}
