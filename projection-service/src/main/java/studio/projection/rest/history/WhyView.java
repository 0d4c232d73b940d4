package studio.projection.rest.history;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.api.json.Word;
import studio.domain.kernel.EntityKey;
import studio.projection.history.Reason;

@Schema(name = "Why", description = "Why something is as it is: from its last change back to what began it all.")
record WhyView(
        @Schema(description = "What is asked about.", examples = "interior-site/paris")
        String subject,

        @Schema(description = "Each is caused by the next.") List<StepView> steps,

        @Schema(
                description =
                        "Why there are no more steps. `person`: the last is what a person wanted. `origin`: a component or a"
                                + " site did it of itself. `hidden`: it is not yours to see. `unknown`: its cause is not in"
                                + " the log. `limit`: the chain is longer than is told.",
                enumeration = {"person", "origin", "hidden", "unknown", "limit"})
        String end) {

    private static final String HIDDEN = "A change in another stream";

    @Schema(name = "WhyStep", description = "A change that led to the one before.")
    record StepView(
            @Schema(description = "What happened, for people.", examples = "alice asked to delete backbone acme")
            String sentence,

            @Schema(description = "The event; absent if you may not read the stream that it is in.")
            Optional<EventView> event) {

        static StepView of(Reason.Step step) {
            Optional<EventView> event = step.entry().map(EventView::of);
            return new StepView(event.map(EventView::sentence).orElse(HIDDEN), event);
        }
    }

    static WhyView of(EntityKey subject, Reason reason) {
        return new WhyView(
                subject.toString(), reason.steps().stream().map(StepView::of).toList(), Word.of(reason.end()));
    }
}
