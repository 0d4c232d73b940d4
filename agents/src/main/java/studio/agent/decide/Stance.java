package studio.agent.decide;

import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Uid;
import studio.domain.network.Deployment;
import studio.domain.network.Ref;

/**
 * What the site makes of an endpoint.
 *
 * @param endpoint the endpoint
 * @param latest   what the participant decided last, if it did
 * @param held     the digest of what was accepted last, by decision or by policy, and not declined since
 * @param seen     the digest of the newest change; empty while none has been seen
 * @param since    since when that is the newest
 */
public record Stance(Ref endpoint, Optional<Statement> latest, Optional<String> held, String seen, Instant since) {

    /** Nobody has decided anything, and nothing has been seen. */
    static Stance none(Ref endpoint, Instant now) {
        return new Stance(endpoint, Optional.empty(), Optional.empty(), "", now);
    }

    /** After the participant decided; what it declines is not held any more. */
    Stance after(Statement statement) {
        Optional<String> holds = switch (statement.verdictOfChange()) {
            case Deployment.Accepted accepted -> Optional.of(accepted.digest());
            case Deployment.Declined declined -> held.filter(digest -> !declined.forbids(digest));
        };
        return new Stance(endpoint, Optional.of(statement), holds, seen, since);
    }

    /** After a look at the document. */
    Stance seen(String digest, Optional<String> holds, Instant now) {
        return new Stance(endpoint, latest, holds, digest, digest.equals(seen) ? since : now);
    }

    /** The endpoint is not meant for the site any more; what was decided stays. */
    Stance gone() {
        return new Stance(endpoint, latest, Optional.empty(), seen, since);
    }

    /** The same as the domain has it, for its rule of what a participant makes of a change. */
    Deployment deployment(Uid site) {
        return new Deployment(
                new ObjectMeta(endpoint.uid() + "." + site, endpoint.uid(), 1, since, since),
                endpoint.uid(),
                site,
                latest.map(Statement::verdictOfChange),
                held,
                new Deployment.Pending(),
                since);
    }

    /** What the participant supplied when it accepted that version, if it did. */
    Optional<Statement> acceptance(String digest) {
        return latest.filter(statement ->
                statement.verdict() == Verdict.ACCEPT && statement.digest().equals(digest));
    }
}
