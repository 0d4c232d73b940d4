package studio.agent.member;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.domain.network.Endpoint;
import studio.domain.network.Ref;

/**
 * An endpoint as it is at the site.
 *
 * @param endpoint the endpoint
 * @param sort     what it is
 * @param state    how it does
 * @param reason   why it does not run, in the platform's own words
 * @param pid      the number of its first instance, if that runs
 * @param restarts how often its instances were started again
 * @param since    since when its first instance runs, else since when it is wanted as it is
 * @param image    the image of a process
 * @param version  the image's version
 * @param listens  where it is found
 * @param connects what it finds, and where
 */
public record Component(
        Ref endpoint,
        Endpoint.Sort sort,
        State state,
        Optional<String> reason,
        Optional<Long> pid,
        int restarts,
        Instant since,
        Optional<String> image,
        Optional<String> version,
        List<String> listens,
        List<String> connects) {

    /** Keeps its own copies. */
    public Component {
        listens = List.copyOf(listens);
        connects = List.copyOf(connects);
    }

    /** How a component does. */
    public enum State {
        /** It is being made. */
        APPLYING("applying"),
        /** It runs. */
        RUNNING("running"),
        /** It does not run; it is tried again. */
        FAILED("failed"),
        /** It is not meant to run now. */
        STOPPED("stopped");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word for it. */
        public String word() {
            return word;
        }
    }
}
