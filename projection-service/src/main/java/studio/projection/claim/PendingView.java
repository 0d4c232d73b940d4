package studio.projection.claim;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody has to wait. */
@Schema(name = "ClaimPending", description = "Something is not there yet; the same claim may be made again.")
public record PendingView(
        @Schema(description = "`pending`", examples = "pending")
        String state,

        @Schema(description = "What is not there yet.") String detail,

        @Schema(description = "How many seconds to wait.", examples = "2")
        long retryAfterSeconds) {

    /** Waits for that. */
    public static PendingView of(String detail, long retryAfterSeconds) {
        return new PendingView("pending", detail, retryAfterSeconds);
    }
}
