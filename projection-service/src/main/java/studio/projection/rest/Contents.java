package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import studio.api.view.View;
import studio.domain.kernel.Kind;
import studio.projection.query.EntityQueries;
import studio.projection.query.EntityRow;
import studio.projection.query.Found;
import studio.projection.query.Listing;

/**
 * The streams of one type and what they hold: who may read a stream's root may read all of the stream, and for everybody else there
 * is none.
 */
class Contents {

    private final EntityQueries entities;
    private final Kind<?> kind;
    private final Roots roots;

    /** Finds a stream's root, if the caller may read it. */
    interface Roots {
        Uni<Optional<Found>> find(String name);
    }

    Contents(EntityQueries entities, Kind<?> kind, Roots roots) {
        this.entities = entities;
        this.kind = kind;
        this.roots = roots;
    }

    /** The root of that name, or a problem. */
    Uni<Found> require(String root) {
        return roots.find(root).map(found -> Items.require(found, kind, root));
    }

    /** The entity of that name below a root, or a problem. */
    <R extends EntityRow> Uni<Found> require(Listing<R> listing, String root, Kind<?> of, String name) {
        return find(listing, root, name).map(found -> Items.require(found, of, name));
    }

    Uni<Response> get(String root) {
        return roots.find(root).map(found -> Items.answer(found, kind, root));
    }

    <R extends EntityRow> Uni<Response> get(Listing<R> listing, String root, Kind<?> of, String name) {
        return find(listing, root, name).map(found -> Items.answer(found, of, name));
    }

    private <R extends EntityRow> Uni<Optional<Found>> find(Listing<R> listing, String root, String name) {
        return require(root).flatMap(found -> entities.find(listing, found.stream(), name));
    }

    <R extends EntityRow, V extends View> Uni<ListView<V>> list(
            Listing<R> listing, String root, Paging paging, Map<String, Optional<String>> filters, Class<V> view) {
        return require(root)
                .flatMap(found -> entities.of(listing, found.stream(), paging.wanted(1), filters))
                .map(page -> ListView.of(page, view));
    }
}
