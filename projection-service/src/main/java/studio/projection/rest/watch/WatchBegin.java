package studio.projection.rest.watch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import studio.projection.audit.LogPosition;

/** Where the present request stands: a watch begins before its answer does, and a list's position is read before the list. */
@RequestScoped
public class WatchBegin {

    private Optional<ChangeWatches.Start> start = Optional.empty();
    private Optional<LogPosition> position = Optional.empty();

    ChangeWatches.Start start() {
        return start.orElseThrow(() -> new IllegalStateException("the watch was not prepared"));
    }

    void is(ChangeWatches.Start begin) {
        start = Optional.of(begin);
    }

    Optional<LogPosition> position() {
        return position;
    }

    void isAt(Optional<LogPosition> now) {
        position = now;
    }

    /** Marks the resource method that needs it. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Needed {}
}
