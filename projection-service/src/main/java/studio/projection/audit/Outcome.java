package studio.projection.audit;

import studio.api.json.Word;
import studio.schema.Topic;

/** What became of what somebody wanted. */
public enum Outcome {
    /** It happened: the entry is an event. */
    ACCEPTED(Topic.EVENTS),
    /** It was refused: the entry is a command that changed nothing. */
    REFUSED(Topic.OUTCOMES);

    private final Topic topic;

    Outcome(Topic topic) {
        this.topic = topic;
    }

    /** The topic that entries of this outcome come from. */
    public Topic topic() {
        return topic;
    }

    /** The word for it, in the table and in requests. */
    public String word() {
        return Word.of(this);
    }

    /**
     * The outcome for a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Outcome parse(String word) {
        return Word.parse(Outcome.class, word);
    }

    /** The outcome that a topic's records tell of. */
    public static Outcome of(Topic topic) {
        return topic == Topic.EVENTS ? ACCEPTED : REFUSED;
    }
}
