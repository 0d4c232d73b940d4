package studio.projection.query;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import studio.domain.kernel.Actor;
import studio.domain.user.User;
import studio.identity.Credential;
import studio.identity.Identity;

/** Asks what has become of somebody who was let in earlier. */
@ApplicationScoped
public class ActorQueries {

    private final Mutiny.SessionFactory sessions;

    ActorQueries(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The identity as it would be found now; nothing if it would not be let in any more. */
    public Uni<Optional<Identity>> again(Identity identity) {
        String credential = switch (identity.credential()) {
            case Credential.Session session ->
                "exists (select 1 from WebSessionRow c where c.userName = r.name and c.uid = :credential"
                        + " and c.expiresAt > instant)";
            case Credential.Token token ->
                "exists (select 1 from ApiTokenRow c where c.userName = r.name and c.name = :credential"
                        + " and (c.expiresAt is null or c.expiresAt > instant))";
        };
        Object key = switch (identity.credential()) {
            case Credential.Session session -> session.uid().value();
            case Credential.Token token -> token.name().value();
        };
        Conditions conditions = new Conditions()
                .and("r.name = :name", "name", identity.actor().name())
                .and("r.state = 'active'")
                .and(credential, "credential", key);
        return sessions.withStatelessSession(session -> conditions
                        .bind(session.createSelectionQuery("from UserRow r" + conditions.where(), UserRow.class))
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row)
                        .map(UserRow::entity)
                        .map(User.class::cast)
                        .map(user -> new Identity(
                                Actor.user(row.stream().name(), user.roles(), user.groups()),
                                identity.credential(),
                                user.quota().commandsPerSecond())));
    }
}
