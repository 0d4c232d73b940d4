package studio.domain.network;

import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Uid;

/** What a site makes of an endpoint: what its participant decided, what it holds, and how that does. */
public final class Deployment {

    private Deployment() {}

    /**
     * A change as a participant saw it.
     *
     * @param endpoint the endpoint
     * @param digest   what was seen
     * @param inputs   what the participant supplies, by key
     */
    public record Choice(Uid endpoint, String digest, Set<Label> inputs) {}

    /**
     * What a site's agent says of an endpoint.
     *
     * @param endpoint the endpoint
     * @param digest   what it holds; nothing if absent
     * @param failure  why it does not work; it does if absent
     */
    public record Report(Uid endpoint, Optional<String> digest, Optional<String> failure) {}
}
