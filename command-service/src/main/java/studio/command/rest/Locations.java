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
import studio.domain.library.Image;
import studio.domain.library.ImageVersion;
import studio.domain.library.Service;
import studio.domain.network.Endpoint;
import studio.domain.network.EndpointCommand.ComposeEgress;
import studio.domain.network.EndpointCommand.ComposeIngress;
import studio.domain.network.EndpointCommand.ComposeProcess;
import studio.domain.network.MemberInvitation;
import studio.domain.network.ServiceLink;
import studio.domain.network.SiteClass;
import studio.domain.user.ApiToken;
import studio.domain.user.WebSession;
import studio.schema.CommandOutcome;

/** Where the interface has which object. */
final class Locations {

    private static final String API = "/api/v1/";

    /** Kinds within a stream and their collections. */
    private static final Map<String, String> COLLECTIONS = Map.ofEntries(
            Map.entry(InteriorSite.KIND.label(), "sites"),
            Map.entry(AccessPoint.KIND.label(), "access-points"),
            Map.entry(InterRouterLink.KIND.label(), "links"),
            Map.entry(NetworkAttachment.KIND.label(), "attachments"),
            Map.entry(TlsCertificate.KIND.label(), "certificates"),
            Map.entry(ApiToken.KIND.label(), "tokens"),
            Map.entry(WebSession.KIND.label(), "sessions"),
            Map.entry(Image.KIND.label(), "images"),
            Map.entry(Service.KIND.label(), "services"),
            Map.entry(SiteClass.KIND.label(), "site-classes"),
            Map.entry(MemberInvitation.KIND.label(), "invitations"),
            Map.entry(ServiceLink.KIND.label(), "service-links"));

    /** Endpoints are of one kind; what was composed tells the collection. */
    private static final Map<String, String> ENDPOINTS = Map.of(
            ComposeProcess.class.getSimpleName(), "processes",
            ComposeIngress.class.getSimpleName(), "ingresses",
            ComposeEgress.class.getSimpleName(), "egresses");

    /** The types of streams whose collection is not just their label and an s. */
    private static final Map<String, String> PLURALS = Map.of(StreamType.LIBRARY.label(), "libraries");

    private Locations() {}

    /** The object that a command was about. */
    static URI of(CommandOutcome outcome) {
        StreamKey stream = outcome.stream();
        // Of the installation's own certificates there is one stream, so its name is in no path.
        String owner = stream.type().equals(StreamType.AUTHORITY.label())
                ? API + stream.type()
                : API + PLURALS.getOrDefault(stream.type(), stream.type() + "s") + "/" + stream.name();
        int slash = outcome.subject().indexOf('/');
        String kind = outcome.subject().substring(0, slash);
        String name = outcome.subject().substring(slash + 1);
        if (kind.equals(ImageVersion.KIND.label())) {
            return URI.create(owner + "/images/" + name.replace(":", "/versions/"));
        }
        String collection = kind.equals(Endpoint.KIND.label())
                ? ENDPOINTS.get(outcome.type().substring(outcome.type().lastIndexOf('.') + 1))
                : COLLECTIONS.get(kind);
        return URI.create(collection == null ? owner : owner + "/" + collection + "/" + name);
    }

    /** What became of a command. */
    static URI ofCommand(String commandId) {
        return UriBuilder.fromPath(API + "commands/{id}").build(commandId);
    }
}
