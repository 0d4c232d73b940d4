package studio.home.holder;

import java.time.Instant;
import studio.feed.transport.FeedTls;

/**
 * A home that runs here, with what it shows of itself and whom it believes.
 *
 * @param uri      who it is
 * @param name     what its network is called; the network's uid if nobody said so
 * @param ordinal  counts its certificates
 * @param notAfter when the newest one ends
 * @param above    towards the centre: it believes the root
 * @param below    towards its sites: it believes its network's own authority alone
 */
public record Holder(HomeUri uri, String name, int ordinal, Instant notAfter, FeedTls above, FeedTls below) {}
