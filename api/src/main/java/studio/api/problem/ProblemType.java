package studio.api.problem;

import studio.api.json.Word;
import studio.domain.kernel.Rejection;

/**
 * The catalogue of problems (RFC 9457). A slug, once released, keeps its meaning for ever; the title never varies, the detail of
 * each occurrence does. The page {@code docs/reference/problems.md} is generated from here.
 */
public enum ProblemType {
    /** A field of the request breaks a rule. */
    VALIDATION_FAILED(
            400, "The request is not valid", "One or more fields break a rule; `errors` names each with its rule."),
    /** The body is no JSON, or none of the expected shape. */
    UNREADABLE_BODY(400, "The body cannot be read", "The body is no JSON of the expected shape; `detail` says where."),
    /** Nobody is signed in. */
    NOT_SIGNED_IN(401, "Not signed in", "Send an API token as a bearer token, or sign in for a session cookie."),
    /** Wrong user name or password. */
    WRONG_CREDENTIALS(
            401, "Wrong user name or password", "The two do not belong together, or the user may not sign in."),
    /** The actor may not do this. */
    FORBIDDEN(403, "Not allowed", "You may see the object but not do this to it."),
    /** There is no such thing, as far as the actor may know. */
    NOT_FOUND(404, "Not found", "There is no such object, or none that you may know of."),
    /** The path knows other methods. */
    METHOD_NOT_ALLOWED(405, "Method not allowed", "The path exists, but not with this method."),
    /** No answer in the wished type. */
    NOT_ACCEPTABLE(406, "Not acceptable", "The answer cannot be given in any type that `Accept` names."),
    /** The name is taken. */
    ALREADY_EXISTS(409, "Already exists", "An object of that name is there already."),
    /** The state does not allow it. */
    WRONG_STATE(409, "Wrong state", "The object's present state does not allow it."),
    /** Something else needs it. */
    IN_USE(409, "Still in use", "Something else still needs the object."),
    /** There are as many as there may be. */
    LIMIT_REACHED(409, "Limit reached", "There are as many as there may be."),
    /** The user who pays has as many as it may. */
    QUOTA_EXCEEDED(
            409, "Quota exceeded", "Whoever pays for it has as many as its quota allows; `detail` names the quota."),
    /** What it needs is not there yet. */
    NOT_YET(409, "Not yet", "Something that it needs is not there yet; asking again later may succeed."),
    /** The network is stopped. */
    NETWORK_SUSPENDED(409, "Network suspended", "The network is stopped for now."),
    /** The network's end time has passed. */
    NETWORK_EXPIRED(409, "Network expired", "The network's end time has passed."),
    /** The network is going away. */
    NETWORK_DELETING(409, "Network being deleted", "The network is being deleted."),
    /** Something newer is proposed. */
    SUPERSEDED(409, "Superseded", "What was decided about is proposed no more; something newer is."),
    /** The invitation's deadline has passed. */
    INVITATION_EXPIRED(410, "Invitation expired", "The invitation's join deadline has passed."),
    /** The invitation is used up. */
    INVITATION_EXHAUSTED(410, "Invitation exhausted", "The invitation has let in as many as it may."),
    /** The invitation was taken back. */
    INVITATION_REVOKED(410, "Invitation revoked", "The invitation was taken back."),
    /** The position is further back than what is kept. */
    WATCH_EXPIRED(
            410,
            "Watch expired",
            "What changed since that position is not kept any more: list again, and watch from there."),
    /** If-Match names an older revision. */
    REVISION_CONFLICT(
            412, "Changed in the meantime", "`If-Match` names an older revision; `current` is the newer state."),
    /** The body is too large. */
    BODY_TOO_LARGE(413, "Body too large", "The body is larger than this interface takes."),
    /** The content type is none that is understood. */
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "The body's type is not understood; send application/json."),
    /** A value breaks a rule of the domain. */
    INVALID_VALUE(
            422, "A value is not allowed", "The request is well formed, but a value breaks a rule of the domain."),
    /** The idempotency key was used for another request. */
    IDEMPOTENCY_KEY_REUSED(422, "Idempotency key used before", "The same `Idempotency-Key` came with another request."),
    /** A signing request is too long. */
    CERTIFICATE_REQUEST_TOO_LARGE(
            422, "Certificate request too large", "The certificate request is longer than this installation takes."),
    /** A signing request is none. */
    CERTIFICATE_REQUEST_UNREADABLE(
            422, "Certificate request unreadable", "The text is no certificate request (PKCS #10) in PEM form."),
    /** A key of a kind or size that is not taken. */
    KEY_NOT_ALLOWED(
            422, "Key not allowed", "The key is of a kind or size that this installation takes no certificates for."),
    /** Nothing proves that the holder has the private key. */
    KEY_NOT_PROVED(422, "Key not proved", "The certificate request is not signed with the private key of its key."),
    /** A signing request that names somebody else. */
    IDENTITY_NOT_YOURS(
            422,
            "Identity not yours",
            "A certificate request names nobody or its holder; this one names somebody else, or asks for an authority."),
    /** The key is another holder's. */
    KEY_OF_ANOTHER(422, "Key of another", "Another holder has a certificate for this key; every holder makes its own."),
    /** The signer does not sign. */
    SIGNING_FAILED(503, "Signing failed", "The signer did not answer or refused, again and again; `retry` tries anew."),
    /** Too many requests. */
    TOO_MANY_REQUESTS(429, "Too many requests", "Wait as `Retry-After` says."),
    /** A fault of ours. */
    INTERNAL_FAULT(500, "Internal fault", "A fault of Studio's, with its number in `incident`; the log has the rest."),
    /** A part that is needed does not answer. */
    UNAVAILABLE(
            503,
            "Not available at the moment",
            "A part that is needed does not answer; try again as `Retry-After` says."),
    /** The tables have not got to the wished position in time. */
    PROJECTION_LAGGING(503, "Not there yet", "The tables have not reached `Studio-Min-Position` in time; try again.");

    /** Where the problem types' descriptions are. A relative reference, resolved against the request's origin. */
    public static final String BASE = "/problems/";

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** The title: the same for every occurrence. */
    public String title() {
        return title;
    }

    /** What it means and what to do, in a sentence of Markdown. */
    public String explanation() {
        return explanation;
    }

    /** The stable word for it. */
    public String slug() {
        return Word.of(this);
    }

    /** The problem type for each rule that a command can break. */
    public static ProblemType of(Rejection.Reason reason) {
        return switch (reason) {
            case NOT_FOUND -> NOT_FOUND;
            case FORBIDDEN -> FORBIDDEN;
            case ALREADY_EXISTS -> ALREADY_EXISTS;
            case INVALID_VALUE -> INVALID_VALUE;
            case WRONG_STATE -> WRONG_STATE;
            case IN_USE -> IN_USE;
            case LIMIT_REACHED -> LIMIT_REACHED;
            case QUOTA_EXCEEDED -> QUOTA_EXCEEDED;
            case NOT_YET -> NOT_YET;
            case INVITATION_EXPIRED -> INVITATION_EXPIRED;
            case INVITATION_EXHAUSTED -> INVITATION_EXHAUSTED;
            case INVITATION_REVOKED -> INVITATION_REVOKED;
            case NETWORK_SUSPENDED -> NETWORK_SUSPENDED;
            case NETWORK_EXPIRED -> NETWORK_EXPIRED;
            case NETWORK_DELETING -> NETWORK_DELETING;
            case SUPERSEDED -> SUPERSEDED;
            case REVISION_CONFLICT -> REVISION_CONFLICT;
            case IDEMPOTENCY_KEY_REUSED -> IDEMPOTENCY_KEY_REUSED;
            case FAULT -> INTERNAL_FAULT;
        };
    }
}
