package studio.projection.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A client of server-sent events that reads one event at a time. */
public final class EventStream implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final HttpURLConnection connection;
    private final BufferedReader lines;

    private EventStream(HttpURLConnection connection) throws IOException {
        this.connection = connection;
        this.lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    /** An event. */
    public record Event(String name, String id, String data) {}

    /** Opens a stream, after that event if there is one. */
    public static EventStream open(URI uri, String token, Optional<String> lastEventId) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setRequestProperty("Authorization", "Bearer " + token);
        lastEventId.ifPresent(id -> connection.setRequestProperty("Last-Event-ID", id));
        return new EventStream(connection);
    }

    /** The next event that is no bookmark. */
    public Event nextEntry() {
        Event event = next();
        while (event.name().equals("bookmark")) {
            event = next();
        }
        return event;
    }

    /** The next event. */
    public Event next() {
        return read().orElseThrow(() -> new IllegalStateException("the stream ended"));
    }

    /** Reads on to the end of the stream. */
    public void awaitEnd() {
        Optional<Event> event = read();
        while (event.isPresent()) {
            event = read();
        }
    }

    private Optional<Event> read() {
        String name = "message";
        String id = "";
        StringBuilder data = new StringBuilder();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
                switch (colon < 0 ? line : line.substring(0, colon)) {
                    case "event" -> name = value;
                    case "id" -> id = value;
                    case "data" -> data.append(value);
                    default -> {
                        if (line.isEmpty() && !data.isEmpty()) {
                            return Optional.of(new Event(name, id, data.toString()));
                        }
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
