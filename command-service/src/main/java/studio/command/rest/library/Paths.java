package studio.command.rest.library;

import studio.domain.StreamType;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** The paths below which libraries are, and the streams that they stand for. */
final class Paths {

    static final String LIBRARY = "/api/v1/libraries/{publisher}";
    static final String IMAGE = LIBRARY + "/images/{image}";
    static final String SERVICES = LIBRARY + "/services";

    private Paths() {}

    static StreamKey stream(Name publisher) {
        return StreamType.LIBRARY.key(publisher);
    }
}
