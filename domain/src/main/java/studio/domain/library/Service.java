package studio.domain.library;

import java.util.Optional;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;

/** What one image's processes answer and another's call: the name by which they are linked. */
public sealed interface Service extends Entity {

    /** Services. */
    Kind<Service> KIND = new Kind<>("service", Service.class);

    /** What is spoken, and where. */
    Spec spec();

    @Override
    default EntityKey key() {
        return KIND.key(Name.of(meta().name()));
    }

    /** What is spoken. */
    enum Protocol {
        /** Anything over TCP. */
        TCP,
        /** HTTP/1.1. */
        HTTP,
        /** HTTP/2, which gRPC needs. */
        HTTP2
    }

    /**
     * What is spoken, and where.
     *
     * @param protocol what is spoken
     * @param port     the port at which callers look for it unless they say otherwise
     */
    record Spec(Protocol protocol, int port) {}

    /** Images may offer and require it. */
    record Published(ObjectMeta meta, Spec spec) implements Service {}

    /** No further version may name it, and its name is not given to another. Versions that name it keep it. */
    record Withdrawn(ObjectMeta meta, Spec spec, Optional<String> cause) implements Service {}
}
