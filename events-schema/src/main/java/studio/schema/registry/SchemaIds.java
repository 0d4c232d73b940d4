package studio.schema.registry;

/** The content ids under which a registry has our schemas; each record on a topic names its schema by that id. */
public interface SchemaIds {

    /** The content id of that version of a record's schema; 0 if no registry has it. */
    int contentId(String fullName, int version);

    /** No registry: every id is 0. Studio itself reads its topics without any. */
    static SchemaIds none() {
        return (fullName, version) -> 0;
    }
}
