package studio.projection.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.identity.problem.ProblemException;
import studio.projection.history.At;
import studio.projection.history.Moment;

/** Which moment a request asks about, and where that can be asked: of all that is read below the name of one stream. */
public final class Moments {

    /** The parameter. */
    static final String AT = "at";

    private static final Pattern CONTENT =
            Pattern.compile("/api/v1/(authority/certificates|(?!streams/)[^/{]+/\\{[^/}]+})(/.*)?");

    /** How agents do with what they are to have is reported, and no part of the log. */
    private static final Pattern REPORTED = Pattern.compile(".*/status");

    /** How far a client's clock may be ahead. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private Moments() {}

    /** Says whether the past can be asked for on that path. */
    static boolean areKnownTo(String path) {
        return CONTENT.matcher(path).matches() && !REPORTED.matcher(path).matches();
    }

    static At of(ResourceInfo resource, List<String> values) {
        if (REPORTED.matcher(path(resource)).matches()) {
            throw Paging.invalid(AT, "is not known here: what agents report is no part of the log, and so has no past");
        }
        if (!areKnownTo(path(resource))) {
            throw unknown();
        }
        if (values.size() != 1) {
            throw Paging.invalid(AT, "must be given once");
        }
        return parse(AT, values.getFirst());
    }

    /** There is no past to be told here. */
    static ProblemException unknown() {
        return Paging.invalid(AT, "is not known here: it tells the past of what is read below the name of one stream");
    }

    /** Refuses a claim of a place in the past. */
    static void requirePresent(Moment moment) {
        if (moment.asked().isPresent()) {
            throw unknown();
        }
    }

    private static String path(ResourceInfo resource) {
        String type = path(resource.getResourceClass().getAnnotation(Path.class));
        return type + path(resource.getResourceMethod().getAnnotation(Path.class));
    }

    private static String path(Path annotation) {
        String path = Optional.ofNullable(annotation).map(Path::value).orElse("");
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }

    /** Reads a parameter that is a moment. */
    public static At parse(String parameter, String text) {
        At at;
        try {
            at = At.parse(text);
        } catch (IllegalArgumentException rule) {
            throw Paging.invalid(parameter, String.valueOf(rule.getMessage()));
        }
        if (at instanceof At.Time time && time.instant().isAfter(Instant.now().plus(SKEW))) {
            throw Paging.invalid(parameter, "must not be in the future, of which the log knows nothing");
        }
        return at;
    }
}
