package studio.certificates.process;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.certificates.policy.Holder;
import studio.certificates.store.Sql;
import studio.domain.StreamType;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** What the orchestrator remembers of certificates that are to be made, in one transaction. */
final class Ledger {

    /** The kind under which the backbone or network itself is among the holders. */
    static final String OWNER = "owner";

    private static final String TASK =
            "SELECT certificate, stream, use, subject, ordinal, signing_request, round, attempts, event, correlation FROM certificates";
    private static final String HOLDER = """
            SELECT own.uid AS own, owner.uid AS owner, own.host, own.managed, owner.ends_at
            FROM holders owner LEFT JOIN holders own ON own.stream = owner.stream AND own.kind = ? AND own.name = ?
            WHERE owner.stream = ? AND owner.kind = 'owner'
            """;
    private static final String ISSUER = """
            SELECT certificate FROM certificates
            WHERE stream = ? AND use = ? AND state = 'issued' AND not_after > ?
            ORDER BY used DESC, CASE WHEN used THEN -ordinal ELSE ordinal END LIMIT 1
            """;

    private final Sql sql;

    Ledger(Sql sql) {
        this.sql = sql;
    }

    /** What may be worked at now, what waited longest first. */
    List<Task> due(Instant now, int limit) {
        return sql.query(
                TASK + " WHERE state = 'wanted' AND next_at <= ? ORDER BY next_at LIMIT ?", Ledger::task, now, limit);
    }

    private static Task task(Sql.Row row) throws SQLException {
        return new Task(
                row.uid("certificate"),
                StreamKey.parse(row.text("stream")),
                new CertificateSubject(CertificateSubject.Kind.valueOf(row.text("use")), Name.of(row.text("subject"))),
                (int) row.number("ordinal"),
                row.maybeText("signing_request"),
                (int) row.number("round"),
                (int) row.number("attempts"),
                new Task.Cause(row.uid("event"), row.text("correlation")));
    }

    /** What is known of the holder, if it still is there. The installation's own are known by what they are. */
    Optional<Holder> holder(Task task) {
        if (task.stream().type().equals(StreamType.AUTHORITY.label())) {
            return Optional.of(
                    new Holder(task.certificate(), task.certificate(), Optional.empty(), true, Optional.empty()));
        }
        record Row(Optional<Uid> own, Uid owner, Optional<String> host, boolean managed, Optional<Instant> endsAt) {}
        Optional<Row> found = sql.find(
                HOLDER,
                row -> new Row(
                        row.maybeUid("own"),
                        row.uid("owner"),
                        row.maybeText("host"),
                        row.flag("managed"),
                        row.maybeTime("ends_at")),
                task.subject().kind().name(),
                task.subject().name().value(),
                task.stream().toString());
        return found.flatMap(row -> uid(task.subject(), row.own(), row.owner())
                .map(uid -> new Holder(uid, row.owner(), row.host(), row.managed(), row.endsAt())));
    }

    /** Sites and homes of networks are named by their uids, authorities belong to the whole, and the others have a row of their own. */
    private static Optional<Uid> uid(CertificateSubject subject, Optional<Uid> own, Uid owner) {
        return switch (subject.kind()) {
            case NETWORK_HOME, MEMBER_SITE -> parse(subject.name());
            case INTERIOR_CA, ACCESS_POINT_CA, NETWORK_CA -> Optional.of(owner);
            case INTERIOR_SITE, ACCESS_POINT -> own;
            case ROOT, SERVICE_HOME -> Optional.empty();
        };
    }

    private static Optional<Uid> parse(Name name) {
        try {
            return Optional.of(Uid.parse(name.value()));
        } catch (IllegalArgumentException noUid) {
            return Optional.empty();
        }
    }

    /**
     * Who signs that now: the newest authority that all who have to trust it use; as long as nobody said so of any, the oldest.
     */
    Optional<Uid> issuer(Task task, Instant now) {
        return task.subject().kind().issuer().flatMap(kind -> {
            StreamKey stream =
                    kind == CertificateSubject.Kind.ROOT ? StreamType.AUTHORITY.key(Name.of("root")) : task.stream();
            return sql.find(ISSUER, row -> row.uid("certificate"), stream.toString(), kind.name(), now);
        });
    }

    /** Notes that the holder has that key, unless another has; says who does. */
    String holderOf(Digest key, String holder) {
        return sql.query("""
                        INSERT INTO holder_keys (digest, holder) VALUES (?, ?)
                        ON CONFLICT (digest) DO UPDATE SET digest = excluded.digest RETURNING holder
                        """, row -> row.text("holder"), key.hex(), holder).getFirst();
    }

    /** Notes that it was made, unless its task has changed meanwhile; whether so. */
    boolean signed(Task task, Result.Signed result) {
        return sql.update(
                        """
                        UPDATE certificates SET state = 'signed', issuer = ?, key_digest = ?, bound = ?, next_at = NULL, cause = NULL
                        WHERE certificate = ? AND round = ? AND state = 'wanted'
                        """,
                        result.issuer(),
                        result.key().map(Digest::hex),
                        result.bound(),
                        task.certificate(),
                        task.round())
                == 1;
    }

    /** Notes that it can't be made as it was asked for, unless its task has changed meanwhile; whether so. */
    boolean refused(Task task, String cause) {
        return sql.update("""
                        UPDATE certificates SET state = 'refused', cause = ?, next_at = NULL
                        WHERE certificate = ? AND round = ? AND state = 'wanted'
                        """, cause, task.certificate(), task.round()) == 1;
    }

    /** Puts it off until its holder brings a request. */
    void lacking(Task task) {
        sql.update("""
                UPDATE certificates SET state = 'lacking', next_at = NULL WHERE certificate = ? AND round = ? AND state = 'wanted'
                """, task.certificate(), task.round());
    }

    /** Puts it off until then. */
    void later(Task task, Instant next, int attempts, Optional<String> cause) {
        sql.update("""
                UPDATE certificates SET next_at = ?, attempts = ?, cause = ? WHERE certificate = ? AND round = ? AND state = 'wanted'
                """, next, attempts, cause, task.certificate(), task.round());
    }
}
