package studio.schema;

/** Studio's topics. All are keyed by stream, so that what concerns one stream stays in order. */
public enum Topic {
    /** What is wanted. */
    COMMANDS("commands", "What is wanted."),
    /** What happened; kept for ever. */
    EVENTS("events", "What happened."),
    /** What became of each command. */
    OUTCOMES("outcomes", "What became of each command, refused ones and dry runs too."),
    /** Records that could not be read, as they came. */
    DEAD_LETTER("dead-letter", "Records that could not be read, as they came.");

    private final String role;
    private final String content;

    Topic(String role, String content) {
        this.role = role;
        this.content = content;
    }

    /** The topic's name. */
    public String topicName() {
        return "studio." + role + ".v1";
    }

    /** What is on it, in a sentence. */
    public String content() {
        return content;
    }

    /** Whether what is on it may never be lost: whatever else there is can be made from it. */
    public boolean isKeptForEver() {
        return this == EVENTS;
    }
}
