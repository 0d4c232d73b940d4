package studio.api.history;

import com.fasterxml.jackson.databind.JsonNode;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;

/**
 * What a sentence is made of.
 *
 * @param type    the event's name, without a namespace
 * @param stream  the stream that it happened in
 * @param subject what it is about
 * @param actor   who gave the command, as people say it
 * @param data    the event's content
 */
public record Told(String type, StreamKey stream, EntityKey subject, String actor, JsonNode data) {}
