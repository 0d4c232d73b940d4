package studio.agent.loop;

import java.time.Duration;

/**
 * How often an agent does what nobody asks it to.
 *
 * @param resync  how often it looks whether anything changed; a fifth more or less, so that agents don't all look at once
 * @param links   how often it looks whether connections to other routers work
 * @param retry   how soon it goes on when something could not be done
 * @param drain   how long streams of an earlier certificate may go on
 */
public record Pace(Duration resync, Duration links, Duration retry, Duration drain) {

    /** What suits most sites. */
    public static final Pace USUAL =
            new Pace(Duration.ofMinutes(5), Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofHours(1));
}
