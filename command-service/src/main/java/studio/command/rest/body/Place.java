package studio.command.rest.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;

/** Where in a body a parser is. */
final class Place {

    private Place() {}

    /** The place of the value at which it is; at the beginning of an array or object a parser is in it already. */
    static JsonPointer ofValue(JsonParser parser) {
        return parser.currentToken().isStructStart()
                ? aroundOf(parser)
                : parser.getParsingContext().pathAsPointer();
    }

    /** The place of the object whose fields it is just reading; at its end a parser has left it already. */
    static JsonPointer ofObjectJustRead(JsonParser parser) {
        return parser.currentToken() == JsonToken.END_OBJECT
                ? parser.getParsingContext().pathAsPointer()
                : aroundOf(parser);
    }

    private static JsonPointer aroundOf(JsonParser parser) {
        JsonStreamContext around = parser.getParsingContext().getParent();
        return around == null ? JsonPointer.empty() : around.pathAsPointer();
    }
}
