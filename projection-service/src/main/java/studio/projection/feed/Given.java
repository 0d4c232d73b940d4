package studio.projection.feed;

import java.time.Instant;
import java.util.Optional;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.StreamKey;
import studio.feed.transport.Directory.Place;

/**
 * A command that somebody gives by the feed.
 *
 * @param id      the same id has one effect
 * @param stream  the stream that it is for
 * @param command what is wanted; of a decision it is read when its signature was
 * @param actor   who gives it
 * @param answer  who is told what became of it
 */
record Given(String id, StreamKey stream, Optional<Command> command, Actor actor, Optional<Answer> answer) {

    /**
     * Where a decision's outcome goes.
     *
     * @param place    the home's
     * @param audience the site's
     * @param seq      the decision's number
     * @param until    when nobody waits any more
     */
    record Answer(Place place, String audience, long seq, Instant until) {}
}
