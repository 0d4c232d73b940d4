package studio.cli.read;

import java.util.ArrayList;
import studio.cli.resource.Kind;
import studio.cli.resource.Kinds;

/** The words for kinds, for completion. */
final class KindNames extends ArrayList<String> {

    private static final long serialVersionUID = 1;

    KindNames() {
        super(Kinds.all().stream().map(Kind::plural).toList());
    }
}
