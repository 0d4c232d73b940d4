package studio.projection.rest;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import studio.api.problem.Problem.FieldError;
import studio.identity.problem.ProblemException;
import studio.identity.problem.Problems;
import studio.projection.query.Cursor;
import studio.projection.query.Page;

/** Which page of a list is wanted. */
public class Paging {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    @RestQuery
    @Parameter(
            description = "The most items of the page.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    Optional<String> limit = Optional.empty();

    @RestQuery
    @Parameter(description = "Where the page begins: `next` of the page before.")
    Optional<String> after = Optional.empty();

    /** The wanted page; {@code values} is how many values the list's cursor has. */
    public Page.Wanted wanted(int values) {
        return new Page.Wanted(limit.map(Paging::limit).orElse(USUAL), after.map(text -> cursor(text, values)));
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw invalid("limit", "must be a number from 1 to " + MOST);
        }
        throw invalid("limit", "must be a number from 1 to " + MOST);
    }

    private static Cursor cursor(String text, int values) {
        try {
            Cursor cursor = Cursor.parse(text);
            if (cursor.values().size() == values) {
                return cursor;
            }
        } catch (IllegalArgumentException e) {
            throw invalid("after", "must be `next` of an earlier page");
        }
        throw invalid("after", "must be `next` of an earlier page");
    }

    /** A parameter or header breaks that rule. */
    public static ProblemException invalid(String parameter, String rule) {
        return ProblemException.of(Problems.validationFailed(List.of(new FieldError(parameter, rule))));
    }
}
