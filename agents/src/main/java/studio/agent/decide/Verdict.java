package studio.agent.decide;

import java.util.Arrays;
import java.util.Optional;

/** What a participant can decide, in the words of the feed. */
public enum Verdict {
    /** A change may run. */
    ACCEPT("accept"),
    /** A change may not run; what was accepted before goes on. */
    DECLINE("decline"),
    /** A change may not run, and what was accepted before is to go as well. */
    DECLINE_AND_REMOVE("decline-and-remove"),
    /** What happens to changes that nobody looks at. */
    POLICY("policy"),
    /** The application stands still here. */
    PAUSE("pause"),
    /** The application goes on here. */
    RESUME("resume"),
    /** The site leaves the network. */
    LEAVE("leave");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word for it. */
    public String word() {
        return word;
    }

    /** The verdict of that word. */
    public static Optional<Verdict> find(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.word.equals(word))
                .findFirst();
    }

    /** Says whether it is about a change, not about the site. */
    public boolean isAboutAChange() {
        return switch (this) {
            case ACCEPT, DECLINE, DECLINE_AND_REMOVE -> true;
            case POLICY, PAUSE, RESUME, LEAVE -> false;
        };
    }
}
