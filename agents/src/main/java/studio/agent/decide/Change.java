package studio.agent.decide;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import studio.domain.network.Deployment;
import studio.domain.network.Endpoint;
import studio.domain.network.Ref;

/**
 * What the network wants of an endpoint at the site, and what the participant makes of it.
 *
 * @param endpoint     the endpoint
 * @param sort         what it is
 * @param digest       what is decided about
 * @param standing     what the participant makes of it
 * @param why          what it is about, for people
 * @param by           who asked for it, if that is known
 * @param since        since when it is wanted
 * @param risks        what to look at before accepting it
 * @param now          what is accepted and goes on, by field
 * @param wanted       what is wanted, by field
 * @param difference   the fields that differ
 * @param inputsWanted what the participant has to supply
 * @param verdict      what the participant decided about it, if it did
 */
public record Change(
        Ref endpoint,
        Endpoint.Sort sort,
        String digest,
        Deployment.Standing standing,
        String why,
        Optional<String> by,
        Instant since,
        Set<Risk> risks,
        Optional<SequencedMap<String, String>> now,
        SequencedMap<String, String> wanted,
        List<Field> difference,
        List<String> inputsWanted,
        Optional<Statement> verdict) {

    /** Keeps its own copies. */
    public Change {
        risks = Set.copyOf(risks);
        difference = List.copyOf(difference);
        inputsWanted = List.copyOf(inputsWanted);
    }

    /** Why what a participant supplies is not what is left open, if so. */
    public Optional<String> flaw(Map<String, String> inputs) {
        return Inputs.flaw(inputsWanted, inputs);
    }

    /**
     * A field that differs.
     *
     * @param name   the field
     * @param before what it is now
     * @param after  what is wanted
     */
    public record Field(String name, Optional<String> before, Optional<String> after) {}

    /** What a participant should look at. */
    public enum Risk {
        /** Another program runs. */
        NEW_IMAGE("new-image"),
        /** Something listens that did not. */
        NEW_PORT("new-port"),
        /** The network reaches something outside of it, or is reached from outside. */
        OUTSIDE_ACCESS("outside-access"),
        /** It takes more of the machine than before. */
        MORE_RESOURCES("more-resources");

        private final String word;

        Risk(String word) {
            this.word = word;
        }

        /** The word for it. */
        public String word() {
            return word;
        }
    }
}
