package studio.projection.rest.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import studio.projection.audit.LogPosition;

/** Where the present request's watch begins: found out before the answer begins, because after that no problem can be told. */
@RequestScoped
public class WatchStart {

    private Optional<LogPosition> position = Optional.empty();

    LogPosition position() {
        return position.orElseThrow(() -> new IllegalStateException("the watch was not prepared"));
    }

    void is(LogPosition start) {
        position = Optional.of(start);
    }

    /** Marks the resource method that needs it. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Needed {}
}
