package studio.projection.query;

import java.util.Optional;

/**
 * What became of an endpoint at the sites that it is meant for. Counting costs as much as there are of these.
 *
 * @param endpoint the endpoint's name
 * @param type     {@code process}, {@code ingress} or {@code egress}
 * @param digest   what is decided about
 * @param sites    members that it is meant for
 * @param proposed of these, who have not decided about what it is now
 * @param accepted of these, who accepted that, or accept all
 * @param declined of these, who declined that
 * @param running  of these, where some version of it runs
 * @param failed   of these, where it does not work
 * @param sent     sites that were sent what it is now, and have said so; absent in the past, since that is no part of the log
 * @param applied  of these, where that is applied; absent in the past
 */
public record EndpointStanding(
        String endpoint,
        String type,
        String digest,
        long sites,
        long proposed,
        long accepted,
        long declined,
        long running,
        long failed,
        Optional<Long> sent,
        Optional<Long> applied) {

    /** A network's endpoint {@code e}, its sites {@code s}, what they make of it {@code d}, and how they stand to what it is now. */
    static final String AT_SITES = """
        FROM {h-schema}endpoints e
        JOIN LATERAL (
            SELECT s.name AS site, s.uid AS site_uid, d.state, d.cause, d.reason, d.held, d.since, d.decision,
                CASE WHEN d.decided_digest = e.digest THEN d.decision
                     WHEN s.accepts_all AND (s.accepts_until IS NULL OR s.accepts_until > now()) THEN 'accepted'
                     ELSE 'proposed' END AS standing
            FROM {h-schema}member_sites s
            LEFT JOIN {h-schema}deployments d
                ON d.network = s.network AND d.endpoint = e.uid AND d.site = s.uid
            WHERE s.network = e.network AND s.member
                AND (s.uid = ANY (CAST(e.allocated_sites AS uuid[])) OR s.class_uids && ARRAY(
                    SELECT CAST(c.uid AS text) FROM {h-schema}site_classes c
                    WHERE c.network = e.network AND CAST(c.uid AS text) = ANY (e.allocated_classes)))
        ) at ON %s
        WHERE e.network = :network AND %s
        """;

    static final String SELECT = """
        SELECT e.name, e.type, e.digest, count(at.site),
            count(*) FILTER (WHERE at.standing = 'proposed'),
            count(*) FILTER (WHERE at.standing = 'accepted'),
            count(*) FILTER (WHERE at.standing = 'declined'),
            count(*) FILTER (WHERE at.state = 'running'),
            count(*) FILTER (WHERE at.state = 'failed')
        """ + AT_SITES.formatted("TRUE", """
                e.name IN (
                    SELECT n.name FROM {h-schema}endpoints n
                    WHERE n.network = :network AND n.name > :after ORDER BY n.name LIMIT :most)
                GROUP BY e.name, e.type, e.digest ORDER BY e.name
                """).replace("JOIN LATERAL", "LEFT JOIN LATERAL");

    static EndpointStanding of(Object[] row) {
        return new EndpointStanding(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                count(row[3]),
                count(row[4]),
                count(row[5]),
                count(row[6]),
                count(row[7]),
                count(row[8]),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with what its sites said of the way there. */
    public EndpointStanding delivered(long sentTo, long appliedAt) {
        return new EndpointStanding(
                endpoint,
                type,
                digest,
                sites,
                proposed,
                accepted,
                declined,
                running,
                failed,
                Optional.of(sentTo),
                Optional.of(appliedAt));
    }

    private static long count(Object number) {
        return ((Number) number).longValue();
    }
}
