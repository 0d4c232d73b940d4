package studio.projection.rest.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import studio.projection.audit.AuditFilter;
import studio.projection.audit.Outcome;
import studio.projection.rest.Paging;

/** Which entries of the audit are wanted. */
public class AuditParameters {

    @RestQuery
    @Parameter(description = "The stream.", example = "backbone/acme")
    Optional<String> stream = Optional.empty();

    @RestQuery
    @Parameter(description = "The event or command, with or without its namespace.", example = "InteriorSiteAdded")
    Optional<String> type = Optional.empty();

    @RestQuery
    @Parameter(description = "The name of whoever gave the command.", example = "alice")
    Optional<String> actor = Optional.empty();

    @RestQuery
    @Parameter(
            description = "What happened, or what was refused; an export has what happened unless told otherwise.",
            schema = @Schema(enumeration = {"accepted", "refused"}))
    Optional<String> outcome = Optional.empty();

    @RestQuery
    @Parameter(description = "What it is about.", example = "interior-site/paris")
    Optional<String> subject = Optional.empty();

    @RestQuery
    @Parameter(description = "The command.")
    Optional<String> commandId = Optional.empty();

    @RestQuery
    @Parameter(description = "The first moment (RFC 3339).", example = "2026-05-01T00:00:00Z")
    Optional<String> since = Optional.empty();

    @RestQuery
    @Parameter(description = "The moment after the last (RFC 3339).", example = "2026-06-01T00:00:00Z")
    Optional<String> until = Optional.empty();

    AuditFilter filter() {
        return new AuditFilter(
                stream,
                type,
                actor,
                outcome.map(AuditParameters::outcome),
                subject,
                commandId,
                since.map(text -> instant("since", text)),
                until.map(text -> instant("until", text)));
    }

    private static Outcome outcome(String word) {
        try {
            return Outcome.parse(word);
        } catch (IllegalArgumentException rule) {
            throw Paging.invalid("outcome", String.valueOf(rule.getMessage()));
        }
    }

    private static Instant instant(String parameter, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Paging.invalid(parameter, "must be a moment such as 2026-05-01T00:00:00Z");
        }
    }
}
