package studio.backbone.artifact;

import studio.domain.StreamType;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/** A place that somebody can claim: an interior site of a backbone, or whatever an invitation of a network lets in. */
public sealed interface JoinPlace {

    /** What it is called, and so the directory of the site that takes it. */
    Name name();

    /** The stream that it is in. */
    StreamKey stream();

    /** Where it is below the public origin's interface. */
    String path();

    /** An interior site. */
    record Interior(Name backbone, Name name) implements JoinPlace {
        @Override
        public StreamKey stream() {
            return StreamType.BACKBONE.key(backbone);
        }

        @Override
        public String path() {
            return "backbones/" + backbone + "/sites/" + name;
        }
    }

    /** An invitation. */
    record Invitation(Name network, Name name) implements JoinPlace {
        @Override
        public StreamKey stream() {
            return StreamType.NETWORK.key(network);
        }

        @Override
        public String path() {
            return "networks/" + network + "/invitations/" + name;
        }
    }
}
