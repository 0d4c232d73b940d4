package studio.api.view;

import java.time.Instant;
import studio.domain.kernel.Owners;

/**
 * What one publisher publishes.
 *
 * @param name        the publisher: a user, or `public` for the library that every user may use
 * @param uid         this incarnation
 * @param offeredTo   who may use what is in it, beside the publisher
 * @param images      how many images there are, withdrawn ones too
 * @param services    how many services there are, withdrawn ones too
 * @param revision    its ETag: the revision of the stream at which its intent last changed
 * @param createdAt   when it was made
 * @param changedAt   when its intent last changed
 */
public record LibraryView(
        String name,
        String uid,
        Owners offeredTo,
        int images,
        int services,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
