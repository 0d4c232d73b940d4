package studio.projection.rest;

import jakarta.inject.Singleton;
import studio.domain.network.Network;
import studio.identity.Caller;
import studio.projection.query.EntityQueries;
import studio.projection.query.NetworkQueries;

/** What is in networks. */
@Singleton
class ReadableNetworks extends Contents {

    ReadableNetworks(NetworkQueries networks, EntityQueries entities, Caller caller) {
        super(entities, Network.KIND, name -> networks.network(caller.actor(), name));
    }
}
