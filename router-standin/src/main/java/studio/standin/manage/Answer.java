package studio.standin.manage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the client gets: code, words, body. An empty body is a null on the wire. */
record Answer(int code, String description, Optional<Object> body) {

    static Answer ok(Object body) {
        return new Answer(200, "OK", Optional.of(body));
    }

    static Answer created(Map<String, Object> attributes) {
        return new Answer(201, "Created", Optional.of(attributes));
    }

    static Answer deleted() {
        return new Answer(204, "No Content", Optional.of(Map.of()));
    }

    static Answer refused(ManagementException refusal) {
        return new Answer(refusal.code(), refusal.description(), Optional.of(Map.of()));
    }

    static Answer table(List<String> columns, List<List<Object>> rows) {
        return ok(Map.of("attributeNames", columns, "results", rows));
    }
}
