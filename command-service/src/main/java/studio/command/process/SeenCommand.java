package studio.command.process;

import java.time.Instant;
import studio.domain.kernel.Digest;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.OutcomeCodec;
import studio.schema.Schemas;

/**
 * A command that was decided, kept so that the same command again has the same outcome.
 *
 * @param fingerprint   what was asked
 * @param decidedAt     when
 * @param schemaVersion the version of the outcome's schema
 * @param outcome       what became of it, encoded
 */
@SuppressWarnings("ArrayRecordComponent") // Goes into the store and comes out again; nobody compares it.
record SeenCommand(Digest fingerprint, Instant decidedAt, int schemaVersion, byte[] outcome) {

    static SeenCommand of(Digest fingerprint, CommandOutcome outcome) {
        Encoded encoded = OutcomeCodec.encode(outcome);
        return new SeenCommand(fingerprint, outcome.decidedAt(), encoded.version(), encoded.body());
    }

    CommandOutcome told() {
        return OutcomeCodec.decode(new Encoded(Schemas.OUTCOME, schemaVersion, outcome));
    }
}
