package studio.projection.query;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import studio.api.json.Word;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entity;
import studio.domain.kernel.StreamKey;
import studio.domain.network.Census;
import studio.domain.network.Endpoint;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.domain.network.NetworkAccess;
import studio.projection.history.Workers;

/** Asks the tables of application networks. What the actor may not read does not exist here. */
@ApplicationScoped
public class NetworkQueries {

    /** Comes after all that a name may be made of. */
    private static final String AFTER_NAMES = "~";

    private final EntityQueries entities;
    private final Mutiny.SessionFactory sessions;

    NetworkQueries(EntityQueries entities, Mutiny.SessionFactory sessions) {
        this.entities = entities;
        this.sessions = sessions;
    }

    /** The networks that the actor may read: its own, and those of which it is a reader. */
    public Uni<Page<Found>> networks(Actor actor, Page.Wanted page, Map<String, Optional<String>> filters) {
        Conditions conditions = new Conditions();
        if (!Conditions.readsAll(actor)) {
            conditions
                    .and("(array_intersects(r.ownerUsers, :reader) or array_intersects(r.ownerGroups, :groups)"
                            + " or array_intersects(r.readerUsers, :reader)"
                            + " or array_intersects(r.readerGroups, :groups))")
                    .who(actor);
        }
        return entities.page(Listing.NETWORKS, conditions, page, filters);
    }

    /** A network, if the actor may read it. */
    public Uni<Optional<Found>> network(Actor actor, String name) {
        return entities.root(
                Listing.NETWORKS,
                StreamType.NETWORK,
                actor,
                name,
                network -> NetworkAccess.mayRead(actor, (Network) network));
    }

    /** How many sites the network has, those included that are gone and may still hold something; nobody counts them for it. */
    public Uni<Long> sites(StreamKey network) {
        return entities.find(Listing.CENSUSES, network, network.name().value())
                .map(found ->
                        found.map(census -> ((Census) census.entity()).sites()).orElse(0L));
    }

    /** The sites of a network, which is known to be readable. */
    public Uni<Page<Found>> sites(
            StreamKey network, Page.Wanted page, SiteFilter filter, Map<String, Optional<String>> filters) {
        return entities.past(network)
                .map(past -> Uni.createFrom()
                        .item(PastQueries.list(past, Listing.MEMBER_SITES, page, filters, filter::lets)))
                .orElseGet(() -> sitesNow(network, page, filter, filters));
    }

    private Uni<Page<Found>> sitesNow(
            StreamKey network, Page.Wanted page, SiteFilter filter, Map<String, Optional<String>> filters) {
        Conditions conditions = EntityQueries.owned(Listing.MEMBER_SITES, network);
        filter.siteClass()
                .ifPresent(siteClass -> conditions.and(
                        "array_intersects(r.siteClasses, :siteClass)", "siteClass", new String[] {siteClass}));
        filter.namePrefix()
                .ifPresent(prefix -> conditions
                        .and("r.name >= :prefix and r.name < :afterPrefix", "prefix", prefix)
                        .with("afterPrefix", prefix + AFTER_NAMES));
        return entities.page(Listing.MEMBER_SITES, conditions, page, filters);
    }

    /**
     * Which sites are wanted.
     *
     * @param siteClass  those that have the class of that name
     * @param namePrefix those whose names begin like that
     */
    public record SiteFilter(Optional<String> siteClass, Optional<String> namePrefix) {

        /** Says whether it lets that site through. */
        private boolean lets(Entity entity) {
            MemberSite site = (MemberSite) entity;
            return siteClass
                            .filter(wanted -> site.spec().siteClasses().stream()
                                    .noneMatch(each -> each.name().value().equals(wanted)))
                            .isEmpty()
                    && namePrefix
                            .filter(prefix -> !site.meta().name().startsWith(prefix))
                            .isEmpty();
        }
    }

    /** The endpoint of that type and name of a network, which is known to be readable. */
    public Uni<Optional<Found>> endpoint(StreamKey network, String type, String name) {
        return entities.find(Listing.ENDPOINTS, network, name)
                .map(found ->
                        found.filter(each -> Word.of(each.entity().getClass()).equals(type)));
    }

    /** How the endpoints of a network, which is known to be readable, do at the sites that they are meant for. */
    public Uni<Page<EndpointStanding>> standings(StreamKey network, Page.Wanted page) {
        return entities.past(network)
                .map(past -> Workers.run(() -> PastStandings.list(past, page)))
                .orElseGet(() -> standingsNow(network, page));
    }

    private Uni<Page<EndpointStanding>> standingsNow(StreamKey network, Page.Wanted page) {
        return select(EndpointStanding.SELECT, network, page)
                .map(found -> Page.of(
                        found.stream().map(EndpointStanding::of).toList(),
                        page.limit(),
                        each -> Cursor.of(each.endpoint())));
    }

    private Uni<List<Object[]>> select(String query, StreamKey network, Page.Wanted page) {
        return sessions.withStatelessSession(session -> session.createNativeQuery(query, Object[].class)
                .setParameter("network", network.name().value())
                .setParameter(
                        "after",
                        page.after().map(cursor -> cursor.values().getFirst()).orElse(""))
                .setParameter("most", page.limit() + 1)
                .getResultList());
    }

    /** How an endpoint of a network, which is known to be readable, does at each of the sites that it is meant for. */
    public Uni<Page<SiteStanding>> standings(
            StreamKey network, Endpoint endpoint, Page.Wanted page, SiteStanding.Filter filter) {
        return entities.past(network)
                .map(past -> Workers.run(() -> PastStandings.list(past, endpoint, page, filter)))
                .orElseGet(() -> standingsNow(network, endpoint, page, filter));
    }

    private Uni<Page<SiteStanding>> standingsNow(
            StreamKey network, Endpoint endpoint, Page.Wanted page, SiteStanding.Filter filter) {
        return sessions.withStatelessSession(session -> session.createNativeQuery(SiteStanding.SELECT, Object[].class)
                        .setParameter("network", network.name().value())
                        .setParameter("endpoint", endpoint.meta().name())
                        .setParameter("standing", filter.standing().orElse(""))
                        .setParameter("state", filter.state().orElse(""))
                        .setParameter(
                                "after",
                                page.after()
                                        .map(cursor -> cursor.values().getFirst())
                                        .orElse(""))
                        .setParameter("most", page.limit() + 1)
                        .getResultList())
                .map(found -> Page.of(
                        found.stream().map(SiteStanding::of).toList(), page.limit(), each -> Cursor.of(each.site())));
    }
}
