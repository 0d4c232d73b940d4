package studio.projection.rest;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.api.json.Word;
import studio.domain.plan.Finding;
import studio.projection.query.Cursor;

/**
 * How an endpoint does at a site, or why it is not there.
 *
 * @param here  how it does there
 * @param peers which offering sites have no listener there, and why
 * @param next  where the next page of these begins
 */
public record WhyView(
        @Schema(description = "How it does there.") List<FindingView> here,

        @Schema(description = "Which offering sites have no listener there, and why; only of an ingress that fans out.")
        List<FindingView> peers,

        @Schema(description = "Where the next page of `peers` begins; absent on the last.")
        Optional<String> next) {

    /**
     * Something that was found.
     *
     * @param code  `not-allocated`, `halted`, `declined`, `proposed`, `not-linked`, `pending`, `failed`, `running` or `no-slot`
     * @param text  the same as a sentence
     * @param cause what says so
     */
    public record FindingView(String code, String text, PlanView.CauseView cause) {}

    static WhyView of(List<Finding> here, List<Finding> peers, Optional<Cursor> next) {
        return new WhyView(views(here), views(peers), next.map(Cursor::toString));
    }

    private static List<FindingView> views(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new FindingView(
                        Word.of(finding.code()), finding.text(), PlanView.CauseView.of(finding.cause())))
                .toList();
    }
}
