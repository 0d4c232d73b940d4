package studio.projection.query;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import studio.backbone.trust.Succession;
import studio.domain.certificate.Impact;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Change;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.StreamKey;
import studio.projection.history.Workers;

/** Asks for certificates across streams, and for what hangs on one. */
@ApplicationScoped
public class CertificateQueries {

    /** What a preview looks at; a network may have many times as many. */
    private static final int MOST = 5_000;

    /** All of an authority's that are trusted, where there are several: what cannot be a succession is not read. */
    private static final String SUCCESSIONS = """
            from TlsCertificateRow r where r.use in ('interior-ca', 'access-point-ca', 'network-ca')
                and r.state in ('issued', 'superseded') and exists (
                    select 1 from TlsCertificateRow n where n.stream = r.stream and n.use = r.use and n.state = 'issued'
                        and n.ordinal > 1)
            order by r.stream, r.ordinal desc
            """;

    private static final List<Listing<? extends EntityRow>> AROUND_BACKBONE =
            List.of(Listing.CERTIFICATES, Listing.LINKS, Listing.ATTACHMENTS);
    private static final List<Listing<? extends EntityRow>> AROUND_NETWORK =
            List.of(Listing.CERTIFICATES, Listing.MEMBER_SITES);
    private static final List<Listing<? extends EntityRow>> AROUND_AUTHORITY = List.of(Listing.CERTIFICATES);

    private final EntityQueries entities;
    private final Mutiny.SessionFactory sessions;

    CertificateQueries(EntityQueries entities, Mutiny.SessionFactory sessions) {
        this.entities = entities;
        this.sessions = sessions;
    }

    /**
     * Which certificates are asked for.
     *
     * @param state         in that state
     * @param use           for that
     * @param expiresBefore whose validity ends before then
     */
    public record Filter(Optional<String> state, Optional<String> use, Optional<Instant> expiresBefore) {}

    /** The certificates of all streams that the actor may read, those first whose validity ends first. */
    public Uni<Page<Found>> calendar(Actor actor, Filter filter, Page.Wanted page) {
        Conditions conditions = new Conditions().and("r.notAfter is not null");
        if (!Conditions.readsAll(actor)) {
            Conditions readable = new Conditions().and("s.stream = r.stream").readableBy(actor, "s");
            conditions
                    .and("exists (select 1 from StreamRow s" + readable.where() + ")")
                    .with(readable);
        }
        conditions.equal("state", filter.state());
        conditions.equal("use", filter.use());
        filter.expiresBefore().ifPresent(before -> conditions.and("r.notAfter < :before", "before", before));
        page.after()
                .ifPresent(cursor -> conditions
                        .and("(r.notAfter > :afterEnd or r.notAfter = :afterEnd and r.uid > :afterUid)")
                        .with("afterEnd", Instant.parse(cursor.values().getFirst()))
                        .with("afterUid", UUID.fromString(cursor.values().getLast())));
        String query = "from TlsCertificateRow r" + conditions.where() + " order by r.notAfter, r.uid";
        return sessions.withStatelessSession(session -> conditions
                        .bind(session.createSelectionQuery(query, TlsCertificateRow.class))
                        .setMaxResults(page.limit() + 1)
                        .getResultList())
                .map(found -> Page.of(
                        found, page.limit(), row -> Cursor.of(String.valueOf(row.notAfter), row.uid.toString())))
                .map(found -> found.map(EntityRow::found));
    }

    /** The authorities that have been followed by others which nobody has acknowledged, as far as {@value #MOST} certificates tell. */
    public Uni<List<Succession>> successions() {
        return sessions.withStatelessSession(
                        session -> session.createSelectionQuery(SUCCESSIONS, TlsCertificateRow.class)
                                .setMaxResults(MOST)
                                .getResultList())
                .map(rows -> {
                    Map<StreamKey, List<TlsCertificate>> byStream = new LinkedHashMap<>();
                    rows.forEach(row -> byStream.computeIfAbsent(row.stream(), stream -> new ArrayList<>())
                            .add((TlsCertificate) row.entity()));
                    return byStream.entrySet().stream()
                            .flatMap(each -> Succession.of(each.getKey(), each.getValue()).stream())
                            .toList();
                });
    }

    /** What revoking that certificate would break, as far as {@value #MOST} entities of a kind tell. */
    public Uni<Impact> impact(Found found) {
        TlsCertificate certificate = (TlsCertificate) found.entity();
        return entities.past(found.stream())
                .map(past -> Workers.run(() -> Impact.of(certificate, past.entities())))
                .orElseGet(() -> impactNow(found.stream(), certificate));
    }

    private Uni<Impact> impactNow(StreamKey stream, TlsCertificate certificate) {
        EntityMap around = new EntityMap(stream);
        Uni<Void> gathered = Uni.createFrom().voidItem();
        for (Listing<? extends EntityRow> listing : around(stream)) {
            gathered = gathered.chain(() -> gather(listing, stream, around));
        }
        return gathered.map(done -> Impact.of(certificate, around));
    }

    private static List<Listing<? extends EntityRow>> around(StreamKey stream) {
        return switch (stream.type()) {
            case "backbone" -> AROUND_BACKBONE;
            case "network" -> AROUND_NETWORK;
            default -> AROUND_AUTHORITY;
        };
    }

    private <R extends EntityRow> Uni<Void> gather(Listing<R> listing, StreamKey stream, EntityMap around) {
        Conditions conditions = EntityQueries.owned(listing, stream);
        String query = "from " + listing.row().getSimpleName() + " r" + conditions.where();
        return sessions.withStatelessSession(session -> conditions
                        .bind(session.createSelectionQuery(query, listing.row()))
                        .setMaxResults(MOST)
                        .getResultList())
                .invoke(rows ->
                        rows.forEach(row -> around.apply(Change.put(row.found().entity()))))
                .replaceWithVoid();
    }
}
