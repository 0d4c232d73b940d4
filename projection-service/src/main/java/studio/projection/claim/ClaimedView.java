package studio.projection.claim;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody was let in. */
@Schema(name = "Claimed", description = "Somebody was let in: who that is from now on, and how to go on.")
public record ClaimedView(
        @Schema(description = "`claimed`", examples = "claimed")
        String state,

        @Schema(description = "The installation, as certificates name it.", examples = "studio")
        String installation,

        @Schema(description = "The site.") Identity site,

        @Schema(description = "The network that it is a member of.")
        Optional<Identity> network,

        @Schema(description = "The backbone that it is a part of.")
        Optional<Identity> backbone,

        @Schema(description = "The network's name on routers.")
        Optional<String> vanId,

        @Schema(description = "The id of the site's router.")
        String routerId,

        @Schema(description = "Its certificate and those between it and the root, in PEM form.")
        String certificate,

        @Schema(description = "The authority that signs for the site and its like, in PEM form.")
        String trust,

        @Schema(description = "The installation's root, in PEM form.")
        String root,

        @Schema(description = "Where its documents come from.")
        Feed feed,

        @Schema(
                description =
                        "How a member connects to the backbone until its document says so. Through it its documents"
                                + " come too, where the feed can't be reached directly.")
        List<Link> links) {

    /** The word of the state. */
    static final String STATE = "claimed";

    /** A name and what it stands for. */
    @Schema(name = "ClaimedIdentity", description = "A name and what it stands for.")
    public record Identity(String name, String uid) {}

    /** Where documents come from. */
    @Schema(name = "ClaimedFeed", description = "Where documents come from, and whose certificate is there.")
    public record Feed(String host, int port, String uri) {}

    /** A connection to the backbone. */
    @Schema(name = "ClaimedLink", description = "A connection to the backbone.")
    public record Link(
            @Schema(description = "The access point's name.")
            String name,

            @Schema(description = "The uid of the network's attachment there.")
            String attachment,

            @Schema(description = "The access point's uid.") String accessPoint,

            @Schema(description = "The name by which it is reached.")
            String host,

            @Schema(description = "The network's port there.")
            int port,

            @Schema(description = "The authority that signed the access point's certificate, in PEM form.")
            String authority,

            @Schema(description = "1 is tried first.") int priority) {}
}
