package studio.projection.query;

import java.util.UUID;
import java.util.function.Function;

/**
 * How the rows of one kind are listed.
 *
 * @param row   their class
 * @param owner the attribute that says whose they are
 * @param name  the attribute that pages are ordered by
 * @param key   that attribute's value from its text
 * @param gone  the state in which a row is kept only as a reminder; empty if there is none
 * @param <R>   their class
 */
public record Listing<R extends EntityRow>(
        Class<R> row, String owner, String name, Function<String, Object> key, String gone) {

    /** Users. */
    public static final Listing<UserRow> USERS = new Listing<>(UserRow.class, "name", "name", name -> name, "removed");

    /** Web sessions of a user. */
    public static final Listing<WebSessionRow> SESSIONS = ofUids(WebSessionRow.class, "userName");

    /** API tokens of a user. */
    public static final Listing<ApiTokenRow> TOKENS = ofNames(ApiTokenRow.class, "userName");

    /** Backbones. */
    public static final Listing<BackboneRow> BACKBONES =
            new Listing<>(BackboneRow.class, "name", "name", name -> name, "deleted");

    /** Interior sites of a backbone. */
    public static final Listing<InteriorSiteRow> SITES = ofNames(InteriorSiteRow.class, "backbone");

    /** Access points of a backbone. */
    public static final Listing<AccessPointRow> ACCESS_POINTS = ofNames(AccessPointRow.class, "backbone");

    /** Links of a backbone. */
    public static final Listing<InterRouterLinkRow> LINKS = ofNames(InterRouterLinkRow.class, "backbone");

    /** Certificates of a stream. */
    public static final Listing<TlsCertificateRow> CERTIFICATES = ofUids(TlsCertificateRow.class, "stream");

    private static <R extends EntityRow> Listing<R> ofNames(Class<R> row, String owner) {
        return new Listing<>(row, owner, "name", name -> name, "");
    }

    private static <R extends EntityRow> Listing<R> ofUids(Class<R> row, String owner) {
        return new Listing<>(row, owner, "uid", UUID::fromString, "");
    }
}
