package studio.cli.resource;

/** How objects are written. */
public enum Output {
    /** Aligned columns, for people. */
    TABLE,
    /** More columns. */
    WIDE,
    /** JSON, as the REST interface has it. */
    JSON,
    /** The same as YAML. */
    YAML,
    /** The names alone, for scripts. */
    NAME
}
