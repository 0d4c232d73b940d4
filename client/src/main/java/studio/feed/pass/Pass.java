package studio.feed.pass;

import java.time.Instant;

/**
 * Says that somebody may see the network of a home.
 *
 * @param home the URI of the home that it is for
 * @param user who may
 * @param id   names it: it is good once
 * @param end  until when
 */
public record Pass(String home, String user, String id, Instant end) {}
