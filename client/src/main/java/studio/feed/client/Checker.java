package studio.feed.client;

import java.util.Optional;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Problem;

/** Looks at an item before it is taken: whether its digest is that of its content, and whether this program can do what it says. */
public interface Checker {

    /** Says why the item can't be taken, if so. Pure. */
    Optional<Problem> check(FeedItem item);
}
