package studio.projection.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import studio.api.problem.ProblemType;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Rejection;
import studio.identity.problem.ProblemException;
import studio.projection.query.Found;

/** Answers with one item, or that there is none. */
final class Items {

    private Items() {}

    static Response answer(Optional<Found> found, Kind<?> kind, String name) {
        Found item = require(found, kind, name);
        return Response.ok(item.view())
                .tag(new EntityTag(String.valueOf(item.revision())))
                .build();
    }

    /** What there is of that name among what was gathered; a problem if there is nothing. */
    static <S extends Entity> S requireEntity(Kind<S> kind, String name, Entities entities) {
        EntityKey key = new EntityKey(kind.label(), name);
        return entities.find(key)
                .map(kind.type()::cast)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, Rejection.notFound(key).detail()));
    }

    /** What there is of that name; a problem if there is nothing, or nothing that the actor may know of. */
    static Found require(Optional<Found> found, Kind<?> kind, String name) {
        return found.orElseThrow(() -> ProblemException.of(
                ProblemType.NOT_FOUND,
                Rejection.notFound(new EntityKey(kind.label(), name)).detail()));
    }
}
