package studio.domain.user;

import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.QUOTA_EXCEEDED;

import java.util.Optional;
import java.util.function.LongSupplier;
import studio.domain.kernel.Rejection;

/**
 * How much of the installation a user may take.
 *
 * @param networks              application networks that it may own
 * @param sitesPerNetwork       member sites of each of them
 * @param invitationsPerNetwork invitations of each of them that are not over
 * @param commandsPerSecond     commands that it may give
 */
public record Quota(int networks, int sitesPerNetwork, int invitationsPerNetwork, int commandsPerSecond) {

    /** What a user has of whom nobody has said anything else. */
    public static final Quota DEFAULT = new Quota(20, 1_000, 200, 50);

    /** The most networks of a user. */
    public static final int MAX_NETWORKS = 10_000;

    /** The most member sites of a network: as many as Studio is measured with. */
    public static final int MAX_SITES = 100_000;

    /** The most invitations of a network. */
    public static final int MAX_INVITATIONS = 10_000;

    /** The most commands in a second. */
    public static final int MAX_COMMANDS = 10_000;

    /** Says why nobody can have that, if so. No commands at all would be a suspension under another name. */
    Optional<Rejection> flaw() {
        return flaw("networks", networks, 0, MAX_NETWORKS)
                .or(() -> flaw("sitesPerNetwork", sitesPerNetwork, 0, MAX_SITES))
                .or(() -> flaw("invitationsPerNetwork", invitationsPerNetwork, 0, MAX_INVITATIONS))
                .or(() -> flaw("commandsPerSecond", commandsPerSecond, 1, MAX_COMMANDS));
    }

    /** Says that one more is too many for the quota of that name, if so. */
    public static Optional<Rejection> exceeded(String quota, long limit, LongSupplier used) {
        long use = used.getAsLong();
        return use < limit
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        QUOTA_EXCEEDED, "the quota '" + quota + "' is " + limit + ", and " + use + " are in use"));
    }

    private static Optional<Rejection> flaw(String field, int value, int least, int most) {
        return value < least || value > most
                ? Optional.of(Rejection.ofField(INVALID_VALUE, "quota." + field, "must be " + least + " to " + most))
                : Optional.empty();
    }
}
