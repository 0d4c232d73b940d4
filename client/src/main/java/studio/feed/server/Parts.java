package studio.feed.server;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import studio.feed.document.Shelf;
import studio.feed.frame.Bounds;
import studio.feed.frame.FeedItem;
import studio.feed.frame.Frame;
import studio.feed.frame.Head;
import studio.feed.source.Source;

/** Cuts a snapshot into frames, each of which is made when the one before has gone: however large it is, it waits nowhere. */
final class Parts {

    private static final int HEAD_SIZE = 100;

    private final long delivery;
    private final Source.Cut cut;
    private final Iterator<Shelf> shelves;
    private Iterator<FeedItem> items = List.<FeedItem>of().iterator();
    private int part;
    private boolean finished;

    Parts(long delivery, Source.Cut cut) {
        this.delivery = delivery;
        this.cut = cut;
        this.shelves = cut.shelves().iterator();
    }

    boolean isFinished() {
        return finished;
    }

    Frame.Snapshot next() {
        List<Head> heads = new ArrayList<>();
        List<FeedItem> chosen = new ArrayList<>();
        int size = 0;
        while (size < Bounds.MAX_ITEMS_BYTES && chosen.size() + heads.size() < Bounds.MAX_ELEMENTS && hasMore()) {
            if (items.hasNext()) {
                FeedItem item = items.next();
                chosen.add(item);
                size += item.size();
            } else {
                Shelf shelf = shelves.next();
                heads.add(shelf.head());
                items = shelf.items().values().iterator();
                size += HEAD_SIZE * (1 + shelf.head().document().size());
            }
        }
        finished = !hasMore();
        return new Frame.Snapshot(
                delivery, part++, finished, cut.to(), heads, finished ? cut.left() : List.of(), chosen, cut.root());
    }

    private boolean hasMore() {
        return items.hasNext() || shelves.hasNext();
    }
}
