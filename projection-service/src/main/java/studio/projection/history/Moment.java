package studio.projection.history;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import studio.domain.kernel.StreamKey;

/** The moment that the present request asks about ({@code ?at=}), and the stream as it stood then. */
@RequestScoped
public class Moment {

    private Optional<At> asked = Optional.empty();
    private Optional<Past> past = Optional.empty();

    /** The moment; absent if it asks about the present. */
    public Optional<At> asked() {
        return asked;
    }

    /** It asks about that moment. */
    public void ask(At at) {
        asked = Optional.of(at);
    }

    /** The stream that it asks about, as it stood; absent if it asks about the present, or nobody has looked yet. */
    public Optional<Past> past() {
        return past;
    }

    /** That is the stream it asks about. */
    public void found(Past found) {
        past = Optional.of(found);
    }

    /**
     * The past of that stream; absent if the request asks about the present.
     *
     * @throws IllegalStateException if nobody has looked at that stream, and so at the right to read it
     */
    public Optional<Past> past(StreamKey stream) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(past.filter(found -> found.stream().equals(stream))
                .orElseThrow(() -> new IllegalStateException("nobody has looked at the past of " + stream)));
    }
}
