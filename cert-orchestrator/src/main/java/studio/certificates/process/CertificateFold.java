package studio.certificates.process;

import java.time.Instant;
import java.util.Optional;
import studio.certificates.request.SigningRequests;
import studio.certificates.signer.Certificates;
import studio.certificates.signer.HolderKey;
import studio.certificates.signer.Signer;
import studio.certificates.store.Sql;
import studio.domain.certificate.CertificateEvent;
import studio.domain.certificate.CertificateEvent.CertificateAcknowledged;
import studio.domain.certificate.CertificateEvent.CertificateExpired;
import studio.domain.certificate.CertificateEvent.CertificateFailed;
import studio.domain.certificate.CertificateEvent.CertificateIssued;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.CertificateEvent.CertificateRetried;
import studio.domain.certificate.CertificateEvent.CertificateRevoked;
import studio.domain.certificate.CertificateEvent.CertificateRotated;
import studio.domain.certificate.CertificateEvent.SigningRequestReceived;
import studio.domain.certificate.CertificateEvent.TreeRevoked;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.schema.EventMeta;

/** What events about certificates mean for the ledger. */
final class CertificateFold {

    private final Sql sql;
    private final Signer signer;
    private final HolderFiles files;
    private final Rotations rotations;
    private final Instant now;

    CertificateFold(Sql sql, Signer signer, HolderFiles files, Rotations rotations, Instant now) {
        this.sql = sql;
        this.signer = signer;
        this.files = files;
        this.rotations = rotations;
        this.now = now;
    }

    void apply(CertificateEvent event, EventMeta meta) {
        switch (event) {
            case CertificateRequested e -> wanted(e.certificate(), e.subject(), e.ordinal(), e.signingRequest(), meta);
            case SigningRequestReceived e -> received(e, meta);
            case CertificateRetried e -> again(e.certificate(), meta);
            case CertificateRotated e -> rotated(e, meta);
            case CertificateIssued e -> issued(e, meta);
            case CertificateFailed e -> failed(e);
            case CertificateAcknowledged e -> acknowledged(e);
            case CertificateRevoked e -> state(e.certificate(), "revoked");
            case CertificateExpired e -> expired(e);
            case TreeRevoked e -> revoked(e, meta);
        }
    }

    private void wanted(
            Uid certificate, CertificateSubject subject, int ordinal, Optional<String> request, EventMeta meta) {
        sql.update(
                """
                INSERT INTO certificates
                    (certificate, stream, use, subject, ordinal, state, signing_request, next_at, correlation, event)
                VALUES (?, ?, ?, ?, ?, 'wanted', ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                certificate,
                meta.stream().toString(),
                subject.kind().name(),
                subject.name().value(),
                ordinal,
                request,
                now,
                meta.correlationId(),
                meta.eventId());
    }

    private void received(SigningRequestReceived event, EventMeta meta) {
        sql.update(
                "UPDATE certificates SET signing_request = ? WHERE certificate = ?",
                event.signingRequest(),
                event.certificate());
        again(event.certificate(), meta);
    }

    private void again(Uid certificate, EventMeta meta) {
        sql.update("""
                UPDATE certificates SET state = 'wanted', next_at = ?, attempts = 0, round = round + 1, cause = NULL,
                    correlation = ?, event = ?
                WHERE certificate = ?
                """, now, meta.correlationId(), meta.eventId(), certificate);
    }

    private void rotated(CertificateRotated event, EventMeta meta) {
        record Old(CertificateSubject subject, int ordinal) {}
        sql.update("UPDATE certificates SET successor = true WHERE certificate = ?", event.certificate());
        sql.find(
                        "SELECT use, subject, ordinal FROM certificates WHERE certificate = ?",
                        row -> new Old(
                                new CertificateSubject(
                                        CertificateSubject.Kind.valueOf(row.text("use")), Name.of(row.text("subject"))),
                                (int) row.number("ordinal")),
                        event.certificate())
                .ifPresent(old ->
                        wanted(event.successor(), old.subject(), old.ordinal() + 1, event.signingRequest(), meta));
    }

    private void issued(CertificateIssued event, EventMeta meta) {
        sql.update("""
                UPDATE certificates SET state = 'issued', not_after = ?, issued_at = ?, next_at = NULL, cause = NULL
                WHERE certificate = ?
                """, event.signed().notAfter(), meta.occurredAt(), event.certificate());
        record Row(CertificateSubject.Kind use, String subject, int ordinal, Optional<String> request) {}
        Optional<Row> known = sql.find(
                "SELECT use, subject, ordinal, signing_request FROM certificates WHERE certificate = ?",
                row -> new Row(
                        CertificateSubject.Kind.valueOf(row.text("use")),
                        row.text("subject"),
                        (int) row.number("ordinal"),
                        row.maybeText("signing_request")),
                event.certificate());
        known.filter(row -> row.use().isAuthority()).ifPresent(row -> wake(row.use(), meta));
        known.filter(row -> row.use() == CertificateSubject.Kind.NETWORK_CA)
                .ifPresent(row -> rotations.ofOutdated(meta));
        known.flatMap(Row::request)
                .filter(request -> !isFor(request, event))
                .ifPresent(request -> rotations.ofOtherKey(event.certificate(), request, meta));
        known.filter(row -> row.request().isEmpty())
                .ifPresent(row -> event.signed().chain().ifPresent(chain -> {
                    CertificateSubject subject = new CertificateSubject(row.use(), Name.of(row.subject()));
                    files.named(subject, meta.stream());
                    files.issued(subject, row.ordinal(), chain);
                }));
    }

    /** A request that came while an older one was under way is not what was signed. */
    private static boolean isFor(String request, CertificateIssued event) {
        Optional<Digest> wanted = SigningRequests.keyOf(request);
        Optional<Digest> signed = event.signed().chain().flatMap(CertificateFold::keyOf);
        return wanted.isEmpty() || signed.isEmpty() || wanted.equals(signed);
    }

    /** The log takes any text of the form; one that is no certificate must not keep the rest of the log from being read. */
    private static Optional<Digest> keyOf(String chain) {
        try {
            return Optional.of(
                    HolderKey.of(Certificates.fromPem(chain).getFirst().getPublicKey())
                            .digest());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** What waited for that authority need not wait for its turn. */
    private void wake(CertificateSubject.Kind authority, EventMeta meta) {
        if (authority == CertificateSubject.Kind.ROOT) {
            sql.update("UPDATE certificates SET next_at = ? WHERE state = 'wanted' AND attempts = 0", now);
        } else {
            sql.update(
                    "UPDATE certificates SET next_at = ? WHERE state = 'wanted' AND attempts = 0 AND stream = ?",
                    now,
                    meta.stream().toString());
        }
    }

    /** One that was brought anew meanwhile is being worked at. */
    private void failed(CertificateFailed event) {
        sql.update("""
                UPDATE certificates SET state = 'failed', next_at = NULL, cause = ?
                WHERE certificate = ? AND state = 'refused'
                """, event.cause(), event.certificate());
    }

    private void acknowledged(CertificateAcknowledged event) {
        sql.update("UPDATE certificates SET used = true WHERE certificate = ?", event.certificate());
        sql.update("""
                UPDATE certificates old SET state = 'superseded' FROM certificates used
                WHERE used.certificate = ? AND old.stream = used.stream AND old.use = used.use
                    AND old.subject = used.subject AND old.ordinal < used.ordinal AND old.state = 'issued'
                """, event.certificate());
    }

    /** What has a successor is forgotten; who has none still needs one. */
    private void expired(CertificateExpired event) {
        sql.update("DELETE FROM certificates WHERE certificate = ? AND successor", event.certificate());
        state(event.certificate(), "expired");
        signer.retire(event.certificate());
    }

    private void revoked(TreeRevoked event, EventMeta meta) {
        state(event.issuer(), "revoked");
        sql.update("""
                UPDATE certificates SET state = 'revoked'
                WHERE issuer = ? AND stream = ? AND state IN ('issued', 'superseded', 'signed')
                """, event.issuer(), meta.stream().toString());
        signer.retire(event.issuer());
    }

    private void state(Uid certificate, String state) {
        sql.update("UPDATE certificates SET state = ? WHERE certificate = ?", state, certificate);
    }
}
