package studio.certificates.process;

import java.util.List;
import java.util.Optional;
import studio.certificates.store.Sql;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.schema.EventMeta;

/** Certificates that need a successor for another reason than their age, which the clock sees to. */
final class Rotations {

    private static final String OUTDATED = """
            SELECT held.certificate FROM certificates held
                JOIN holders network ON network.stream = held.stream AND network.kind = 'owner'
            WHERE held.stream = ? AND held.use = 'NETWORK_CA' AND held.state = 'issued' AND NOT held.successor AND held.bound
                AND held.not_after + interval '1 second' < coalesce(network.ends_at, 'infinity')
            """;
    private static final String LEFT_BEHIND = """
            UPDATE certificates SET moving = true WHERE certificate IN (
                SELECT held.certificate FROM certificates held JOIN certificates authority ON authority.certificate = held.issuer
                WHERE held.state = 'issued' AND NOT held.successor AND NOT held.moving AND authority.state = 'superseded'
                    AND authority.use IN ('ROOT', 'INTERIOR_CA', 'ACCESS_POINT_CA', 'NETWORK_CA')
                ORDER BY held.not_after LIMIT ?)
            RETURNING certificate, stream
            """;

    private final Sql sql;
    private final Outbox outbox;

    Rotations(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    /** A network that goes on for longer than its authority needs another; one that does not end with its network is renewed anyway. */
    void ofOutdated(EventMeta meta) {
        sql.query(OUTDATED, row -> row.uid("certificate"), meta.stream().toString())
                .forEach(certificate ->
                        rotate(certificate, meta.stream(), "outdated-" + meta.revision(), Optional.empty(), meta));
    }

    /** A holder that has made another key meanwhile gets one for that. */
    void ofOtherKey(Uid certificate, String request, EventMeta meta) {
        rotate(certificate, meta.stream(), "key-" + meta.revision(), Optional.of(request), meta);
    }

    private void rotate(Uid certificate, StreamKey stream, String why, Optional<String> request, EventMeta meta) {
        outbox.add(
                Outbox.id(certificate, why),
                stream,
                new RotateCertificate(certificate, request, request.isPresent()),
                new Task.Cause(meta.eventId(), meta.correlationId()));
    }

    /** What an authority signed that all have left: its holders follow, some at a time. How many were asked. */
    int ofLeftBehind(int limit) {
        record Held(Uid certificate, StreamKey stream) {}
        List<Held> held = sql.query(
                LEFT_BEHIND, row -> new Held(row.uid("certificate"), StreamKey.parse(row.text("stream"))), limit);
        held.forEach(one -> outbox.add(
                Outbox.id(one.certificate(), "moved"),
                one.stream(),
                new RotateCertificate(one.certificate(), Optional.empty(), false)));
        return held.size();
    }
}
