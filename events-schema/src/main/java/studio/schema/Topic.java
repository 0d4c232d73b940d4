package studio.schema;

/** Studio's topics. All are keyed by stream, so that what concerns one stream stays in order. */
public enum Topic {
    /** What is wanted. */
    COMMANDS("commands"),
    /** What happened; kept for ever. */
    EVENTS("events"),
    /** What became of each command. */
    OUTCOMES("outcomes"),
    /** Records that could not be read, as they came. */
    DEAD_LETTER("dead-letter");

    private final String role;

    Topic(String role) {
        this.role = role;
    }

    /** The topic's name. */
    public String topicName() {
        return "studio." + role + ".v1";
    }
}
