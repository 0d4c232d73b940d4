package studio.command.rest.body;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Says where and why a body cannot be read, without a word of Java. */
final class BodyFlaw {

    private BodyFlaw() {}

    static String of(JsonProcessingException flaw) {
        JsonLocation location = flaw.getLocation();
        String where =
                location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
        return where + flaw.getOriginalMessage();
    }
}
