package studio.cli.resource;

import java.util.List;

/**
 * A list of the REST interface.
 *
 * @param path    where it is
 * @param isOne   whether there is one object at the path, not a list
 * @param columns what a table shows of each, after its name
 */
public record Listing(Template path, boolean isOne, List<Column> columns) {

    /** Copies what is mutable. */
    public Listing {
        columns = List.copyOf(columns);
    }

    /** Where one of them is. */
    public Template item() {
        return isOne ? path : path.item();
    }
}
