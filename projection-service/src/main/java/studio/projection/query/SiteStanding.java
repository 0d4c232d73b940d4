package studio.projection.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of an endpoint at one site.
 *
 * @param site     the site's name
 * @param uid      the site's uid
 * @param standing {@code proposed}, {@code accepted} or {@code declined}: what its participant makes of what the endpoint is now
 * @param reason   why the participant declined what it decided about last
 * @param held     the digest of the version that the site holds
 * @param state    {@code pending}, {@code running} or {@code failed}
 * @param cause    why it failed
 * @param since    since when; absent where the site never said anything
 */
public record SiteStanding(
        String site,
        String uid,
        String standing,
        Optional<String> reason,
        Optional<String> held,
        String state,
        Optional<String> cause,
        Optional<Instant> since) {

    static final String SELECT = """
        SELECT at.site, CAST(at.site_uid AS text), at.standing, at.reason, at.held, coalesce(at.state, 'pending'),
            at.cause, at.since
        """ + EndpointStanding.AT_SITES.formatted("TRUE", """
                e.name = :endpoint AND at.site > :after
                    AND :standing IN ('', at.standing) AND :state IN ('', coalesce(at.state, 'pending'))
                ORDER BY at.site LIMIT :most
                """);

    /**
     * Which sites are wanted; all if nothing is said.
     *
     * @param standing where the participant makes that of it
     * @param state    where it does like that
     */
    public record Filter(Optional<String> standing, Optional<String> state) {

        /** Says whether it lets those through. */
        boolean lets(String standingThere, String stateThere) {
            return standing.filter(wanted -> !wanted.equals(standingThere)).isEmpty()
                    && state.filter(wanted -> !wanted.equals(stateThere)).isEmpty();
        }
    }

    static SiteStanding of(@Nullable Object[] row) {
        return new SiteStanding(
                String.valueOf(row[0]),
                String.valueOf(row[1]),
                String.valueOf(row[2]),
                text(row[3]),
                text(row[4]),
                String.valueOf(row[5]),
                text(row[6]),
                Optional.ofNullable(row[7]).map(SiteStanding::instant));
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString);
    }

    private static Instant instant(Object time) {
        return time instanceof OffsetDateTime there ? there.toInstant() : (Instant) time;
    }
}
