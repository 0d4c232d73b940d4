package studio.projection.query;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Name;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.CertificateIndex;
import studio.domain.network.Deployment;
import studio.domain.network.Endpoint;
import studio.domain.network.MemberSite;
import studio.projection.history.Past;

/** Gathers from the tables what a plan is made of. It costs as much as there are endpoints, never as much as there are sites. */
@ApplicationScoped
public class PlanQueries {

    /** All of a network that is the same for all of its sites. */
    private static final List<Listing<? extends EntityRow>> COMMON =
            List.of(Listing.BACKBONE_ATTACHMENTS, Listing.SITE_CLASSES, Listing.ENDPOINTS, Listing.SERVICE_LINKS);

    private final EntityQueries queries;
    private final Mutiny.SessionFactory sessions;

    PlanQueries(EntityQueries queries, Mutiny.SessionFactory sessions) {
        this.queries = queries;
        this.sessions = sessions;
    }

    /** What there is of the network as far as that site is concerned, as it is or as it stood, and the moment of that. */
    public Uni<Gathered> gather(Found network, MemberSite site) {
        return queries.past(network.stream())
                .map(past -> Uni.createFrom().item(new Gathered(site, past.entities(), past.time())))
                .orElseGet(() -> gatherNow(network, site).map(entities -> new Gathered(site, entities, Instant.now())));
    }

    /**
     * What there is of a network as far as a site is concerned.
     *
     * @param site     the site
     * @param entities what there is
     * @param at       the moment of that
     */
    public record Gathered(MemberSite site, Entities entities, Instant at) {}

    private Uni<Overlay> gatherNow(Found network, MemberSite site) {
        StreamKey stream = network.stream();
        Overlay entities = new Overlay(new EntityMap(stream));
        entities.apply(List.of(Change.put(network.entity()), Change.put(site)));
        return sessions.withStatelessSession(session -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (Listing<? extends EntityRow> listing : COMMON) {
                        all = all.chain(() -> add(session, listing, new Conditions(), entities));
                    }
                    for (Part part : parts(site)) {
                        all = all.chain(() -> add(session, part.listing(), part.conditions(), entities));
                    }
                    return all.chain(() -> addCertificate(session, site, entities));
                })
                .replaceWith(entities);
    }

    private record Part(Listing<? extends EntityRow> listing, Conditions conditions) {}

    private static List<Part> parts(MemberSite site) {
        String invitation = site.spec().invitation().name().value();
        UUID uid = site.meta().uid().value();
        return List.of(
                new Part(Listing.INVITATIONS, new Conditions().and("r.name = :name", "name", invitation)),
                new Part(Listing.EDGE_LINKS, new Conditions().and("r.invitation = :name", "name", invitation)),
                new Part(Listing.SITE_INDEXES, new Conditions().and("r.name = :name", "name", uid.toString())),
                new Part(Listing.DEPLOYMENTS, new Conditions().and("r.site = :site", "site", uid)),
                new Part(
                        Listing.CERTIFICATE_INDEXES,
                        new Conditions()
                                .and(
                                        "r.name = :name",
                                        "name",
                                        CertificateIndex.key(subject(site)).name())));
    }

    private static CertificateSubject subject(MemberSite site) {
        return new CertificateSubject(
                CertificateSubject.Kind.MEMBER_SITE, Name.of(site.meta().uid().toString()));
    }

    private static Uni<Void> addCertificate(Mutiny.StatelessSession session, MemberSite site, Overlay entities) {
        return entities.find(CertificateIndex.key(subject(site)))
                .map(CertificateIndex.class::cast)
                .map(index -> add(
                        session,
                        Listing.CERTIFICATES,
                        new Conditions()
                                .and("r.uid = :uid", "uid", index.newest().value()),
                        entities))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /**
     * Adds what offering sites say of those endpoints, as far as the page goes, and those sites.
     *
     * @return where the next page begins, if there is one
     */
    public Uni<Optional<Cursor>> addPeers(Overlay entities, Set<Endpoint> offering, Page.Wanted page) {
        if (offering.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        Set<UUID> uids =
                offering.stream().map(each -> each.meta().uid().value()).collect(Collectors.toSet());
        return queries.past(entities.stream())
                .map(past -> Uni.createFrom().item(addPeers(entities, past, uids, page)))
                .orElseGet(() -> addPeersNow(entities, uids, page));
    }

    private static Optional<Cursor> addPeers(Overlay entities, Past past, Set<UUID> offering, Page.Wanted page) {
        List<Deployment> found = past.entities().list(Deployment.KIND).stream()
                .filter(deployment -> offering.contains(deployment.endpoint().value()))
                .filter(deployment -> page.after()
                        .filter(after ->
                                deployment.key().name().compareTo(after.values().getFirst()) <= 0)
                        .isEmpty())
                .limit(page.limit() + 1L)
                .toList();
        Page<Deployment> peers = Page.of(
                found, page.limit(), deployment -> Cursor.of(deployment.key().name()));
        peers.rows().forEach(entities::put);
        return peers.next();
    }

    private Uni<Optional<Cursor>> addPeersNow(Overlay entities, Set<UUID> uids, Page.Wanted page) {
        Conditions conditions =
                owned(Listing.DEPLOYMENTS, entities.stream()).and("r.endpoint in :endpoints", "endpoints", uids);
        page.after()
                .ifPresent(cursor -> conditions.and(
                        "r.name > :after", "after", cursor.values().getFirst()));
        return sessions.withStatelessSession(session -> conditions
                .bind(session.createSelectionQuery(
                        "from DeploymentRow r" + conditions.where() + " order by r.name", DeploymentRow.class))
                .setMaxResults(page.limit() + 1)
                .getResultList()
                .map(found -> Page.of(found, page.limit(), row -> Cursor.of(row.name())))
                .call(found -> addSites(session, found.rows(), entities))
                .map(Page::next));
    }

    private static Uni<Void> addSites(
            Mutiny.StatelessSession session, List<DeploymentRow> deployments, Overlay entities) {
        entities.apply(changes(deployments).toList());
        Set<UUID> sites = deployments.stream().map(row -> row.site).collect(Collectors.toSet());
        Set<String> names = sites.stream().map(Uid::new).map(Uid::toString).collect(Collectors.toSet());
        return add(session, Listing.SITE_INDEXES, new Conditions().and("r.name in :names", "names", names), entities)
                .chain(() -> add(
                        session,
                        Listing.MEMBER_SITES,
                        new Conditions().and("r.uid in :uids", "uids", sites),
                        entities));
    }

    private static Conditions owned(Listing<?> listing, StreamKey owner) {
        return EntityQueries.owned(listing, owner);
    }

    private static <R extends EntityRow> Uni<Void> add(
            Mutiny.StatelessSession session, Listing<R> listing, Conditions more, Overlay entities) {
        Conditions conditions = owned(listing, entities.stream()).and(more);
        String query = "from " + listing.row().getSimpleName() + " r" + conditions.where();
        return conditions
                .bind(session.createSelectionQuery(query, listing.row()))
                .getResultList()
                .invoke(rows -> entities.apply(changes(rows).toList()))
                .replaceWithVoid();
    }

    private static Stream<Change> changes(List<? extends EntityRow> rows) {
        return rows.stream().map(EntityRow::entity).map(Change::put);
    }
}
