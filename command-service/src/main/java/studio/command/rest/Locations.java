package studio.command.rest;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Map;
import studio.domain.StreamType;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.StreamKey;
import studio.domain.user.ApiToken;
import studio.domain.user.WebSession;
import studio.schema.CommandOutcome;

/** Where the interface has which object. */
final class Locations {

    private static final String API = "/api/v1/";

    /** Kinds within a stream and their collections. */
    private static final Map<String, String> COLLECTIONS = Map.of(
            InteriorSite.KIND.label(), "sites",
            AccessPoint.KIND.label(), "access-points",
            InterRouterLink.KIND.label(), "links",
            NetworkAttachment.KIND.label(), "attachments",
            TlsCertificate.KIND.label(), "certificates",
            ApiToken.KIND.label(), "tokens",
            WebSession.KIND.label(), "sessions");

    private Locations() {}

    /** The object that a command was about. */
    static URI of(CommandOutcome outcome) {
        StreamKey stream = outcome.stream();
        // Of the installation's own certificates there is one stream, so its name is in no path.
        String owner = stream.type().equals(StreamType.AUTHORITY.label())
                ? API + stream.type()
                : API + stream.type() + "s/" + stream.name();
        int slash = outcome.subject().indexOf('/');
        String collection = COLLECTIONS.get(outcome.subject().substring(0, slash));
        String name = outcome.subject().substring(slash + 1);
        return URI.create(collection == null ? owner : owner + "/" + collection + "/" + name);
    }

    /** What became of a command. */
    static URI ofCommand(String commandId) {
        return UriBuilder.fromPath(API + "commands/{id}").build(commandId);
    }
}
