package studio.cli.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import studio.cli.api.Api;
import studio.cli.api.Pause;
import studio.cli.api.ProblemException;

/** Looks at an object until it is in one of some states. */
public final class StateWatch {

    private static final int NOT_FOUND = 404;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Api api;
    private final String path;
    private final List<String> states;

    /** Waits for those states of what is at that path. */
    public StateWatch(Api api, String path, List<String> states) {
        this.api = api;
        this.path = path;
        this.states = List.copyOf(states);
    }

    /** Returns the object as it was last seen, when it is in such a state or the time is over; missing if it is gone. */
    public JsonNode await(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            JsonNode object = look();
            boolean isOver = states.contains(object.path("state").asText("deleted")) || System.nanoTime() > deadline;
            if (isOver || !Pause.of(PAUSE)) {
                return object;
            }
        }
    }

    private JsonNode look() {
        try {
            return api.get(path, Map.of()).body();
        } catch (ProblemException e) {
            if (e.status() == NOT_FOUND) {
                return MissingNode.getInstance();
            }
            throw e;
        }
    }
}
