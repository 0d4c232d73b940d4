package studio.projection.query;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;
import studio.backbone.summary.BackboneSummary;
import studio.backbone.summary.BackboneSummary.LinkLine;
import studio.backbone.summary.Series;
import studio.domain.backbone.InterRouterLink;
import studio.domain.kernel.StreamKey;

/** Counts what backbones and networks have. Costs as much as there is of it, so it is asked from time to time. */
@ApplicationScoped
public class SummaryQueries {

    /** More certificates than backbones have together. */
    private static final int MOST_CERTIFICATES = 50_000;

    private static final String BACKBONE = "backbone/";

    private final Mutiny.SessionFactory sessions;

    SummaryQueries(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** What is counted by its state. */
    public enum Counted {
        /** Interior sites of a backbone. */
        INTERIOR_SITES("InteriorSiteRow", "backbone"),
        /** Links of a backbone. */
        LINKS("InterRouterLinkRow", "backbone"),
        /** Access points of a backbone. */
        ACCESS_POINTS("AccessPointRow", "backbone"),
        /** Networks at a backbone's access points. */
        ATTACHMENTS("NetworkAttachmentRow", "backbone"),
        /** Sites of a network. */
        MEMBER_SITES("MemberSiteRow", "network");

        private final String row;
        private final String owner;

        Counted(String row, String owner) {
            this.row = row;
            this.owner = owner;
        }

        private String query(Conditions conditions) {
            return "select r." + owner + ", r.state, count(*) from " + row + " r" + conditions.where() + " group by r."
                    + owner + ", r.state order by r." + owner + ", r.state";
        }
    }

    /** How many there are in which state, of one owner or of all. */
    public Uni<List<Series.Count>> counts(Counted counted, Optional<String> owner) {
        Conditions conditions = new Conditions().equal(counted.owner, owner);
        return sessions.withStatelessSession(session -> conditions
                        .bind(session.createSelectionQuery(counted.query(conditions), Object[].class))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Series.Count(
                                String.valueOf(row[0]), String.valueOf(row[1]), ((Number) row[2]).longValue()))
                        .toList());
    }

    /** When the certificates of one backbone or of all end, by backbone. */
    public Uni<Map<String, List<Instant>>> ends(Optional<StreamKey> backbone) {
        Conditions conditions = new Conditions()
                .and("r.state = 'issued'")
                .and("r.notAfter is not null")
                .and("r.stream like 'backbone/%'")
                .equal("stream", backbone.map(StreamKey::toString));
        String query =
                "select r.stream, r.notAfter from TlsCertificateRow r" + conditions.where() + " order by r.notAfter";
        return sessions.withStatelessSession(session -> conditions
                        .bind(session.createSelectionQuery(query, Object[].class))
                        .setMaxResults(MOST_CERTIFICATES)
                        .getResultList())
                .map(rows -> {
                    Map<String, List<Instant>> ends = new TreeMap<>();
                    rows.forEach(row -> ends.computeIfAbsent(
                                    String.valueOf(row[0]).substring(BACKBONE.length()), name -> new ArrayList<>())
                            .add((Instant) row[1]));
                    return ends;
                });
    }

    /** The links of a backbone, those that are not up first. */
    public Uni<List<LinkLine>> links(StreamKey backbone) {
        Conditions conditions = EntityQueries.owned(Listing.LINKS, backbone);
        String query = "from InterRouterLinkRow r" + conditions.where()
                + " order by case when r.state = 'up' then 1 else 0 end, r.name";
        return sessions.withStatelessSession(session -> conditions
                        .bind(session.createSelectionQuery(query, InterRouterLinkRow.class))
                        .setMaxResults(BackboneSummary.MOST_LINKS)
                        .getResultList())
                .map(rows -> rows.stream().map(SummaryQueries::line).toList());
    }

    private static LinkLine line(InterRouterLinkRow row) {
        InterRouterLink link = (InterRouterLink) row.entity();
        return new LinkLine(
                link.meta().name(),
                link.from().value(),
                link.accessPoint().value(),
                link.cost(),
                row.state,
                Optional.ofNullable(row.cause));
    }
}
