package studio.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.domain.user.Quota;

/**
 * A user.
 *
 * @param name        its name
 * @param uid         this incarnation
 * @param state       `active`, `suspended` or `removed`
 * @param roles       its roles
 * @param groups      its groups
 * @param quota       how much of the installation it may take
 * @param cause       why it is suspended
 * @param revision    its ETag: the revision of the stream at which its intent last changed
 * @param createdAt   when it was made
 * @param changedAt   when its intent last changed
 */
public record UserView(
        String name,
        String uid,
        String state,
        List<String> roles,
        List<String> groups,
        Quota quota,
        Optional<String> cause,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
