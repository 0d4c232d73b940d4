package studio.projection.query;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import studio.api.json.EntityJson;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.StreamKey;

/** What the rows of all entities have. They are only read here: the projector writes them. */
@MappedSuperclass
public abstract class EntityRow {

    @Column(name = "revision")
    long revision;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "written_at")
    long writtenAt;

    @Column(name = "state_json")
    JsonObject stateJson;

    abstract Kind<?> kind();

    /** The stream that the entity is in. */
    public abstract StreamKey stream();

    /** The entity's name, or its uid where it has no name: unique in its stream and kind, and what pages are ordered by. */
    public abstract String name();

    /** The entity. */
    public Entity entity() {
        return EntityJson.fromJson(new EntityKey(kind().label(), name()), stateJson.encode());
    }

    /** The entity and its stream. */
    public Found found() {
        return new Found(stream(), entity());
    }
}
