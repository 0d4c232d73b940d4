package studio.projection.rest.watch;

import java.util.Optional;
import studio.api.view.View;

/**
 * What a watcher is told of a change.
 *
 * @param kind   the kind
 * @param name   the name, or the uid of what has no name
 * @param object what it is now, as the list shows it; absent if it is gone
 */
public record WatchView(String kind, String name, Optional<View> object) {}
