package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import studio.api.view.View;
import studio.domain.kernel.Kind;
import studio.domain.network.Network;
import studio.identity.Caller;
import studio.projection.query.EntityQueries;
import studio.projection.query.EntityRow;
import studio.projection.query.Found;
import studio.projection.query.Listing;
import studio.projection.query.NetworkQueries;

/** What is in networks: who may read a network may read all of it, and for everybody else there is none. */
@ApplicationScoped
class ReadableNetworks {

    private final NetworkQueries networks;
    private final EntityQueries entities;
    private final Caller caller;

    ReadableNetworks(NetworkQueries networks, EntityQueries entities, Caller caller) {
        this.networks = networks;
        this.entities = entities;
        this.caller = caller;
    }

    /** The network of that name, or a problem. */
    Uni<Found> require(String network) {
        return networks.network(caller.actor(), network).map(found -> Items.require(found, Network.KIND, network));
    }

    /** The entity of that name in a network, or a problem. */
    <R extends EntityRow> Uni<Found> require(Listing<R> listing, String network, Kind<?> kind, String name) {
        return find(listing, network, name).map(found -> Items.require(found, kind, name));
    }

    <R extends EntityRow> Uni<Optional<Found>> find(Listing<R> listing, String network, String name) {
        return require(network).flatMap(found -> entities.find(listing, found.stream(), name));
    }

    <R extends EntityRow> Uni<Response> get(Listing<R> listing, String network, Kind<?> kind, String name) {
        return find(listing, network, name).map(found -> Items.answer(found, kind, name));
    }

    <R extends EntityRow, V extends View> Uni<ListView<V>> list(
            Listing<R> listing, String network, Paging paging, Map<String, Optional<String>> filters, Class<V> view) {
        return require(network)
                .flatMap(found -> entities.of(listing, found.stream(), paging.wanted(1), filters))
                .map(page -> ListView.of(page, view));
    }
}
