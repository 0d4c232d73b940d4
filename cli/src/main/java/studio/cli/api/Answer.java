package studio.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What Studio answered; no problem.
 *
 * @param status  its HTTP status
 * @param headers its headers
 * @param body    its content; missing if there is none
 */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

    /** A header's first value. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
