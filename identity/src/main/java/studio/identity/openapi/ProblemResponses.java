package studio.identity.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import studio.api.json.StudioJson;
import studio.api.problem.Problem;
import studio.api.problem.ProblemType;

/** The problems that operations answer with, one response for each status, from the catalogue. */
final class ProblemResponses {

    private static final List<Integer> OF_READS = List.of(400, 401, 403, 404, 406, 429, 500, 503);
    private static final List<Integer> OF_WRITES =
            List.of(400, 401, 403, 404, 406, 409, 412, 413, 415, 422, 429, 500, 503);
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private ProblemResponses() {}

    static List<Integer> of(HttpMethod method) {
        return READS.contains(method) ? OF_READS : OF_WRITES;
    }

    static String name(int status) {
        return "Problem" + status;
    }

    static Map<String, APIResponse> all() {
        Map<Integer, List<ProblemType>> byStatus = Arrays.stream(ProblemType.values())
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
        Map<String, APIResponse> responses = new TreeMap<>();
        byStatus.forEach((status, types) -> responses.put(name(status), response(types)));
        return responses;
    }

    private static APIResponse response(List<ProblemType> types) {
        MediaType content =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
        for (ProblemType type : types) {
            content.addExample(
                    type.slug(),
                    OASFactory.createExample().summary(type.title()).value(example(type)));
        }
        return OASFactory.createAPIResponse()
                .description(types.stream().map(ProblemType::title).collect(Collectors.joining("; ")))
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, content));
    }

    private static Object example(ProblemType type) {
        return StudioJson.json().convertValue(Problem.of(type, type.explanation()), Map.class);
    }
}
