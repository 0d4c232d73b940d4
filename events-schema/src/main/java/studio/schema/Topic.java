package studio.schema;

/** Studio's topics. What concerns one stream is in one partition of each, so that it stays in order. */
public enum Topic {
    /** What is wanted. */
    COMMANDS("commands", "What is wanted."),
    /** What happened; kept for ever. */
    EVENTS("events", "What happened."),
    /** What became of each command. */
    OUTCOMES("outcomes", "What became of each command, refused ones and dry runs too."),
    /** What sites are to have, by audience: the newest of each key. */
    DESIRED("desired", "What sites are to have, by audience."),
    /** How far each site is with that: the newest of each site. */
    STATUS("status", "How far each site is with what it is to have."),
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

    /** Whether only the newest record of each key is kept. */
    public boolean isCompacted() {
        return this == DESIRED || this == STATUS;
    }

    /** Whether what is on it may never be lost: whatever else there is can be made from it. */
    public boolean isKeptForEver() {
        return this == EVENTS;
    }
}
