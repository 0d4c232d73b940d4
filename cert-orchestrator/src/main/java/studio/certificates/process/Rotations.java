package studio.certificates.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.certificates.store.Sql;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.schema.EventMeta;

/** Certificates that need a successor for another reason than their age, which the clock sees to. */
final class Rotations {

    private static final String NEWEST = """
            SELECT certificate FROM certificates
            WHERE stream = ? AND use = ? AND subject = ? AND state = 'issued' AND NOT successor
            """;
    private static final String LEFT_BEHIND = """
            UPDATE certificates SET moving = true WHERE certificate IN (
                SELECT held.certificate FROM certificates held JOIN certificates authority ON authority.certificate = held.issuer
                WHERE held.state = 'issued' AND NOT held.successor AND NOT held.moving AND authority.state = 'superseded'
                ORDER BY held.not_after LIMIT ?)
            RETURNING certificate, stream
            """;

    private final Sql sql;
    private final Outbox outbox;

    Rotations(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    /** A network that goes on for longer needs an authority that does; one that does not end with the network is renewed anyway. */
    void ofShortLived(StreamKey network, Optional<Instant> end, EventMeta meta) {
        sql.find(
                        NEWEST + " AND not_after + interval '1 second' < coalesce(?::timestamptz, 'infinity')"
                                + " AND bound",
                        row -> row.uid("certificate"),
                        network.toString(),
                        Kind.NETWORK_CA.name(),
                        network.name().value(),
                        end)
                .ifPresent(certificate ->
                        rotate(certificate, network, "end-" + meta.revision(), Optional.empty(), meta));
    }

    /** An access point that is reached at another name needs a certificate for that. */
    void ofMoved(StreamKey backbone, Name accessPoint, String host, EventMeta meta) {
        sql.find(
                        NEWEST + " AND host <> ?",
                        row -> row.uid("certificate"),
                        backbone.toString(),
                        Kind.ACCESS_POINT.name(),
                        accessPoint.value(),
                        host)
                .ifPresent(certificate ->
                        rotate(certificate, backbone, "host-" + meta.revision(), Optional.empty(), meta));
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
                LEFT_BEHIND,
                row -> new Held(row.uid("certificate"), StreamKey.parse(row.text("stream"))),
                limit);
        held.forEach(one -> outbox.add(
                Outbox.id(one.certificate(), "moved"),
                one.stream(),
                new RotateCertificate(one.certificate(), Optional.empty(), false)));
        return held.size();
    }
}
