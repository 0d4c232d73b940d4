package studio.certificates.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.certificates.store.Sql;
import studio.domain.certificate.CertificateCommand;
import studio.domain.kernel.Actor;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.schema.ActorRef;
import studio.schema.CommandCodec;
import studio.schema.CommandMeta;
import studio.schema.Encoded;
import studio.streams.CommandProducer;

/** Commands that are to be given, in one transaction with what they follow from. The same id is given once. */
final class Outbox {

    private static final ActorRef GIVER = ActorRef.to(Actor.CERT_ORCHESTRATOR);
    private static final String PREFIX = "certificate-";
    private static final int UID_LENGTH = 36;

    private final Sql sql;
    private final Instant now;

    Outbox(Sql sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    /** The id of a command about that certificate. */
    static String id(Uid certificate, String what) {
        return PREFIX + certificate + "-" + what;
    }

    /** The certificate that a command of ours is about, by its id. */
    static Optional<Uid> certificate(String commandId) {
        return commandId.startsWith(PREFIX) && commandId.length() > PREFIX.length() + UID_LENGTH
                ? Optional.of(Uid.parse(commandId.substring(PREFIX.length(), PREFIX.length() + UID_LENGTH)))
                : Optional.empty();
    }

    void add(String id, StreamKey stream, CertificateCommand command) {
        add(id, stream, command, id, Optional.empty());
    }

    void add(String id, StreamKey stream, CertificateCommand command, Task.Cause cause) {
        add(id, stream, command, cause.correlation(), Optional.of(cause.event().toString()));
    }

    private void add(
            String id, StreamKey stream, CertificateCommand command, String correlation, Optional<String> causation) {
        CommandMeta meta = new CommandMeta(
                id,
                stream,
                CommandCodec.fingerprint(stream, GIVER, command, false),
                correlation,
                causation,
                GIVER,
                Set.of(),
                Set.of(),
                Optional.empty(),
                now.truncatedTo(ChronoUnit.MICROS),
                Optional.empty(),
                false);
        Encoded encoded = CommandCodec.encode(meta, command);
        sql.update(
                "INSERT INTO outbox (id, stream, type, version, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                id,
                stream.toString(),
                encoded.type(),
                encoded.version(),
                encoded.body());
    }

    /**
     * A command to be given.
     *
     * @param place   its place in the outbox
     * @param id      its id
     * @param stream  the stream that it is for
     * @param encoded the command
     */
    record Waiting(long place, String id, StreamKey stream, Encoded encoded) {

        CommandProducer.Given given() {
            return new CommandProducer.Given(id, stream, encoded);
        }
    }

    static List<Waiting> first(Sql sql, int limit) {
        return sql.query(
                "SELECT place, id, stream, type, version, body FROM outbox ORDER BY place LIMIT ?",
                row -> new Waiting(
                        row.number("place"),
                        row.text("id"),
                        StreamKey.parse(row.text("stream")),
                        new Encoded(row.text("type"), (int) row.number("version"), row.bytes("body"))),
                limit);
    }

    /** Forgets what the broker has. */
    static void given(Sql sql, long first, long last) {
        sql.update("DELETE FROM outbox WHERE place BETWEEN ? AND ?", first, last);
    }
}
