package studio.projection.rest;

import jakarta.inject.Singleton;
import studio.domain.backbone.Backbone;
import studio.identity.Caller;
import studio.projection.query.EntityQueries;

/** What is in backbones. */
@Singleton
class ReadableBackbones extends Contents {

    ReadableBackbones(EntityQueries entities, Caller caller) {
        super(entities, Backbone.KIND, name -> entities.backbone(caller.actor(), name));
    }
}
