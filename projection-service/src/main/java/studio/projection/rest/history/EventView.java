package studio.projection.rest.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.api.history.Sentences;
import studio.api.history.Told;
import studio.api.json.StudioJson;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Uid;
import studio.projection.audit.AuditEntry;
import studio.schema.ActorRef;
import studio.schema.Schemas;

@Schema(name = "HistoryEvent", description = "Something that happened.")
record EventView(
        @Schema(description = "The stream that it happened in.", examples = "backbone/acme")
        String stream,

        @Schema(description = "Its number in the stream.", examples = "17")
        long revision,

        Instant time,

        @Schema(
                description = "What happened, for people. The wording may change; programs read `type` and `data`.",
                examples = "alice added interior site paris on linux in Paris")
        String sentence,

        @Schema(description = "The event's full name.", examples = "studio.events.InteriorSiteAdded")
        String type,

        String eventId,

        @Schema(description = "What it is about.", examples = "interior-site/paris")
        String subject,

        @Schema(description = "The uid of what it is about, which tells incarnations apart.")
        Optional<String> uid,

        @Schema(description = "Who gave the command.") ActorRef actor,

        @Schema(description = "For whom, where that is somebody else.")
        Optional<ActorRef> onBehalfOf,

        CauseView cause,

        @Schema(description = "The event's content.", implementation = Map.class)
        JsonNode data) {

    @Schema(name = "HistoryCause", description = "What led to an event.")
    record CauseView(
            @Schema(description = "The command.") String commandId,

            @Schema(description = "The first command of the chain.")
            Optional<String> correlationId,

            @Schema(description = "The event or command that led to the command, if it was not a person.")
            Optional<String> causationId) {}

    static EventView of(AuditEntry entry) {
        AuditEntry.Cause cause = entry.cause();
        JsonNode data = json(entry);
        return new EventView(
                entry.stream().toString(),
                entry.revision(),
                entry.occurredAt(),
                Sentences.of(told(entry, data)),
                entry.type(),
                entry.eventId().map(Uid::toString).orElseThrow(),
                entry.subject(),
                entry.incarnation().map(Uid::toString),
                cause.actor(),
                cause.onBehalfOf(),
                new CauseView(cause.commandId(), cause.correlationId(), cause.causationId()),
                data);
    }

    private static Told told(AuditEntry entry, JsonNode data) {
        String actor = actor(entry.cause().actor());
        return new Told(
                entry.type().substring(Schemas.EVENTS.length()),
                entry.stream(),
                EntityKey.parse(entry.subject()),
                entry.cause()
                        .onBehalfOf()
                        .map(other -> actor + " for " + actor(other))
                        .orElse(actor),
                data);
    }

    private static String actor(ActorRef actor) {
        return Sentences.actor(actor.kind(), actor.name());
    }

    private static JsonNode json(AuditEntry entry) {
        try {
            return StudioJson.json().readTree(entry.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the audit's entry " + entry.place() + " has no JSON", e);
        }
    }
}
