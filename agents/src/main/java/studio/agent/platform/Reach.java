package studio.agent.platform;

import java.util.List;
import java.util.Optional;
import studio.domain.network.Endpoint;
import studio.domain.network.Ref;

/** How router and processes find each other on a platform. */
public interface Reach {

    /** The address at which the router listens for processes of the site. */
    String listenHost();

    /** The hosts at which the router finds the instances of a process. */
    List<String> hosts(Ref endpoint, int replicas);

    /** The address at which the router listens for what comes in; nothing if the platform has no such way in. */
    Optional<String> exposed(Endpoint.Exposure exposure);
}
