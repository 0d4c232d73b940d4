package studio.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import studio.domain.library.Artifacts;
import studio.domain.library.OfferedService;
import studio.domain.library.RequiredService;
import studio.domain.library.Resources;

/**
 * A version of an image; what it says never changes.
 *
 * @param name        the version's name
 * @param image       the image
 * @param library     the publisher in whose library it is
 * @param uid         this incarnation
 * @param state       `published` or `withdrawn`
 * @param cause       why it was withdrawn, if somebody said
 * @param number      its place among the image's versions: 1, 2, 3 …
 * @param mutable     whether a container is named by tag alone, so that what runs may change
 * @param digest      the digest of all that it says
 * @param artifacts   what runs on each platform
 * @param env         its environment variables
 * @param ports       the TCP ports on which it listens
 * @param resources   what one instance asks of its platform
 * @param offers      the services that it answers
 * @param requires    the services that it calls
 * @param revision    its ETag: the revision of the stream at which its intent last changed
 * @param createdAt   when it was made
 * @param changedAt   when its intent last changed
 */
public record ImageVersionView(
        String name,
        String image,
        String library,
        String uid,
        String state,
        Optional<String> cause,
        int number,
        boolean mutable,
        String digest,
        Artifacts artifacts,
        SortedMap<String, String> env,
        List<Integer> ports,
        Resources resources,
        List<OfferedService> offers,
        List<RequiredService> requires,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
