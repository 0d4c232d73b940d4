package studio.agent.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.agent.enrol.Enrolment;
import studio.agent.file.Ports;
import studio.agent.router.Place;
import studio.feed.transport.FeedClient.Way;

/**
 * How a site reaches the other end of its feed.
 *
 * @param direct where that listens; tried first
 * @param routed where a member's own router takes connections for it
 */
record SiteWays(Way direct, Optional<Way> routed) {

    /** Those of the site of that directory. Interior sites are what others go through. */
    static SiteWays of(Path directory, Enrolment enrolment) throws IOException {
        Way direct = new Way(enrolment.feed().host(), enrolment.feed().port());
        return switch (enrolment.role()) {
            case INTERIOR -> new SiteWays(direct, Optional.empty());
            case MEMBER -> new SiteWays(direct, Optional.of(new Way(Place.LOOPBACK, new Ports(directory).ofFeed())));
        };
    }

    List<Way> all() {
        return Stream.concat(Stream.of(direct), routed.stream()).toList();
    }
}
