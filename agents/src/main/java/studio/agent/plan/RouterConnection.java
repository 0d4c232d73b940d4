package studio.agent.plan;

import java.util.Optional;

/**
 * One connection of a router.
 *
 * @param container  the router or client at the other end
 * @param role       what it is for
 * @param user       who the other end is, by its certificate
 * @param host       where the other end is
 * @param outgoing   whether the router made it
 * @param tlsOrdinal the ordinal of the profile when it was made
 */
public record RouterConnection(
        String container, String role, Optional<String> user, String host, boolean outgoing, long tlsOrdinal) {}
