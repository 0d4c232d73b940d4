package studio.cli.write;

/** What a field of a command holds. */
public enum FieldType {
    /** A text. */
    TEXT,
    /** An integer. */
    NUMBER,
    /** Yes or no. */
    TRUTH,
    /** Texts, separated by commas. */
    TEXTS,
    /** Integers, separated by commas. */
    NUMBERS,
    /** Entries as in {@code key=value}. */
    MAP,
    /** Objects as in {@code name=x,port=1}. */
    OBJECTS,
    /** What has parts of any form, as JSON. */
    JSON
}
