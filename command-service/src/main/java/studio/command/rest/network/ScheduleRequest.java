package studio.command.rest.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Span;
import studio.domain.network.Schedule;

@Schema(name = "SetSchedule", description = "When a network begins and ends.")
record ScheduleRequest(
        @Schema(
                description = "When it becomes active; if absent, as soon as it is ready.",
                examples = "2030-01-01T00:00:00Z")
        Optional<Instant> startTime,

        @Schema(description = "When it expires; if absent, never.", examples = "2031-01-01T00:00:00Z")
        Optional<Instant> endTime,

        @Schema(
                implementation = String.class,
                description = "How long its sites have to clean up when it is deleted: an ISO 8601 duration or a number"
                        + " of seconds, at most 90 days.",
                defaultValue = "P1D",
                examples = "P1D")
        Optional<@Span.AtMost(days = Schedule.MAX_DELETE_DELAY_DAYS) Span> deleteDelay) {

    /** From now on and for ever. */
    static final Schedule ALWAYS =
            new Schedule(Optional.empty(), Optional.empty(), Duration.ofDays(1).toSeconds());

    Schedule toSchedule() {
        return new Schedule(
                startTime.map(Times::kept),
                endTime.map(Times::kept),
                deleteDelay.map(Span::seconds).orElse(ALWAYS.deleteDelaySeconds()));
    }
}
