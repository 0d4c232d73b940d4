package studio.command.rest.backbone;

import studio.domain.StreamType;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** The paths below which backbones are, and the streams that they stand for. */
final class Paths {

    static final String BACKBONES = "/api/v1/backbones";
    static final String BACKBONE = BACKBONES + "/{backbone}";

    private Paths() {}

    static StreamKey stream(Name backbone) {
        return StreamType.BACKBONE.key(backbone);
    }
}
