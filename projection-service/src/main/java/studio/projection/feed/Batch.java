package studio.projection.feed;

import java.util.List;
import studio.domain.kernel.Actor;
import studio.domain.kernel.StreamKey;

/**
 * What is to be written at one time.
 *
 * @param requests  what somebody asked for
 * @param presences who is there, and who is lost
 * @param writings  how sites do
 * @param gone      keys of statuses of sites that there are no more
 */
record Batch(List<Uplink.Request> requests, List<Presences.News> presences, List<Written> writings, List<String> gone) {

    /**
     * How a site does.
     *
     * @param spot    where its board belongs
     * @param actor   who says so
     * @param writing what it says
     */
    record Written(Boards.Spot spot, Actor actor, SiteBoard.Writing writing) {

        /** That of its network or backbone. */
        StreamKey stream() {
            return spot.source().stream();
        }
    }

    /** Says whether there is nothing in it. */
    boolean isEmpty() {
        return requests.isEmpty() && presences.isEmpty() && writings.isEmpty() && gone.isEmpty();
    }
}
