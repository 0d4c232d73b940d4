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
