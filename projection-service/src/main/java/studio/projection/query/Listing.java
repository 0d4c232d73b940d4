package studio.projection.query;

import java.util.UUID;
import java.util.function.Function;
import studio.domain.kernel.StreamKey;

/**
 * How the rows of one kind are listed.
 *
 * @param row       their class
 * @param owner     the attribute that says which stream they are of
 * @param ownerText what it has for a stream
 * @param name      the attribute that pages are ordered by
 * @param key       what it has for a text
 * @param gone      the state in which a row is kept only as a reminder; empty if there is none
 * @param <R>       their class
 */
public record Listing<R extends EntityRow>(
        Class<R> row,
        String owner,
        Function<StreamKey, String> ownerText,
        String name,
        Function<String, Object> key,
        String gone) {

    /** Users. */
    public static final Listing<UserRow> USERS = ofRoots(UserRow.class, "removed");

    /** Web sessions of a user. */
    public static final Listing<WebSessionRow> SESSIONS =
            ofUids(WebSessionRow.class, "userName", stream -> stream.name().value());

    /** API tokens of a user. */
    public static final Listing<ApiTokenRow> TOKENS = ofNames(ApiTokenRow.class, "userName");

    /** Backbones. */
    public static final Listing<BackboneRow> BACKBONES = ofRoots(BackboneRow.class, "deleted");

    /** Interior sites of a backbone. */
    public static final Listing<InteriorSiteRow> SITES = ofNames(InteriorSiteRow.class, "backbone");

    /** Access points of a backbone. */
    public static final Listing<AccessPointRow> ACCESS_POINTS = ofNames(AccessPointRow.class, "backbone");

    /** Links of a backbone. */
    public static final Listing<InterRouterLinkRow> LINKS = ofNames(InterRouterLinkRow.class, "backbone");

    /** Networks attached to access points of a backbone. */
    public static final Listing<NetworkAttachmentRow> ATTACHMENTS = ofUids(
            NetworkAttachmentRow.class, "backbone", stream -> stream.name().value());

    /** Certificates of a stream of any type. */
    public static final Listing<TlsCertificateRow> CERTIFICATES =
            ofUids(TlsCertificateRow.class, "stream", StreamKey::toString);

    /** Libraries. */
    public static final Listing<LibraryRow> LIBRARIES = ofRoots(LibraryRow.class, "");

    /** Images of a library. */
    public static final Listing<ImageRow> IMAGES = ofNames(ImageRow.class, "library");

    /** Versions of all images of a library. */
    public static final Listing<ImageVersionRow> IMAGE_VERSIONS = ofNames(ImageVersionRow.class, "library");

    /** Services of a library. */
    public static final Listing<ServiceRow> SERVICES = ofNames(ServiceRow.class, "library");

    /** Application networks. */
    public static final Listing<NetworkRow> NETWORKS = ofRoots(NetworkRow.class, "deleted");

    /** Homes of networks. */
    public static final Listing<HomeRow> HOMES = ofRoots(HomeRow.class, "");

    /** How many sites networks have. */
    public static final Listing<CensusRow> CENSUSES = ofRoots(CensusRow.class, "");

    /** Access points of its backbone to which a network is attached. */
    public static final Listing<BackboneAttachmentRow> BACKBONE_ATTACHMENTS =
            ofNames(BackboneAttachmentRow.class, "network");

    /** Site classes of a network. */
    public static final Listing<SiteClassRow> SITE_CLASSES = ofNames(SiteClassRow.class, "network");

    /** Invitations of a network. */
    public static final Listing<MemberInvitationRow> INVITATIONS = ofNames(MemberInvitationRow.class, "network");

    /** Edge links of all invitations of a network. */
    public static final Listing<EdgeLinkRow> EDGE_LINKS = ofNames(EdgeLinkRow.class, "network");

    /** Member sites of a network. */
    public static final Listing<MemberSiteRow> MEMBER_SITES = ofNames(MemberSiteRow.class, "network");

    /** By what uid or key the sites of a network are found. */
    public static final Listing<SiteIndexRow> SITE_INDEXES = ofNames(SiteIndexRow.class, "network");

    /** Endpoints of a network: processes, ingresses and egresses. */
    public static final Listing<EndpointRow> ENDPOINTS = ofNames(EndpointRow.class, "network");

    /** Service links of a network. */
    public static final Listing<ServiceLinkRow> SERVICE_LINKS = ofNames(ServiceLinkRow.class, "network");

    /** Deployments of all endpoints of a network. */
    public static final Listing<DeploymentRow> DEPLOYMENTS = ofNames(DeploymentRow.class, "network");

    /** Where the last certificates of the subjects of a network are. */
    public static final Listing<CertificateIndexRow> CERTIFICATE_INDEXES =
            ofNames(CertificateIndexRow.class, "network");

    private static <R extends EntityRow> Listing<R> ofRoots(Class<R> row, String gone) {
        return new Listing<>(row, "name", stream -> stream.name().value(), "name", name -> name, gone);
    }

    private static <R extends EntityRow> Listing<R> ofNames(Class<R> row, String owner) {
        return new Listing<>(row, owner, stream -> stream.name().value(), "name", name -> name, "");
    }

    private static <R extends EntityRow> Listing<R> ofUids(
            Class<R> row, String owner, Function<StreamKey, String> ownerText) {
        return new Listing<>(row, owner, ownerText, "uid", UUID::fromString, "");
    }
}
