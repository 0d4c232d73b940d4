package studio.api.view;

import java.time.Instant;
import java.util.Optional;

/**
 * A service: the name by which images that answer it and images that call it find each other.
 *
 * @param name        its name in its library
 * @param library     the publisher in whose library it is
 * @param service     its name in the installation, `publisher/service`, by which images name it
 * @param uid         this incarnation
 * @param state       `published` or `withdrawn`
 * @param cause       why it was withdrawn, if somebody said
 * @param protocol    `tcp`, `http` or `http2`
 * @param port        the port at which callers look for it unless they say otherwise
 * @param revision    its ETag: the revision of the stream at which its intent last changed
 * @param createdAt   when it was made
 * @param changedAt   when its intent last changed
 */
public record ServiceView(
        String name,
        String library,
        String service,
        String uid,
        String state,
        Optional<String> cause,
        String protocol,
        int port,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
