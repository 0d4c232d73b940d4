package studio.api.view;

import java.time.Instant;
import java.util.Optional;

/**
 * An image, with its versions in short.
 *
 * @param name        its name
 * @param library     the publisher in whose library it is
 * @param uid         this incarnation
 * @param state       `published` or `withdrawn`
 * @param cause       why it was withdrawn, if somebody said
 * @param newest      the version that was published last, withdrawn or not
 * @param versions    how many versions were ever published
 * @param withdrawn   how many of these were withdrawn since
 * @param revision    its ETag: the revision of the stream at which its intent last changed
 * @param createdAt   when it was made
 * @param changedAt   when its intent last changed
 */
public record ImageView(
        String name,
        String library,
        String uid,
        String state,
        Optional<String> cause,
        Optional<String> newest,
        int versions,
        int withdrawn,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
