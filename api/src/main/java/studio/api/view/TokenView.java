package studio.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An API token; the token itself was shown once and is not kept.
 *
 * @param name        its name
 * @param user        whose it is
 * @param uid         this incarnation
 * @param scopes      what it may be used for
 * @param expiresAt   when it is revoked by itself, if ever
 * @param revision    its ETag: the revision of the stream at which its intent last changed
 * @param createdAt   when it was made
 * @param changedAt   when its intent last changed
 */
public record TokenView(
        String name,
        String user,
        String uid,
        List<String> scopes,
        Optional<Instant> expiresAt,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
