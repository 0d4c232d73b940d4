package studio.projection.query;

import studio.api.view.View;
import studio.api.view.Views;
import studio.domain.kernel.Entity;
import studio.domain.kernel.StreamKey;

/**
 * An entity that a query found, as it is or as it stood.
 *
 * @param stream the stream that it is in
 * @param entity the entity
 */
public record Found(StreamKey stream, Entity entity) {

    /** What is shown of it. */
    public View view() {
        return Views.of(stream, entity);
    }

    /** The entity's own revision. */
    public long revision() {
        return entity.meta().revision();
    }
}
