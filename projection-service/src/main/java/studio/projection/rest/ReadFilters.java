package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import studio.api.problem.Problem;
import studio.projection.history.Moment;
import studio.projection.position.PositionWait;
import studio.projection.position.StreamPosition;

/** What all reads have in common, once it is known who asks. */
public class ReadFilters {

    static final String MIN_POSITION = "Studio-Min-Position";
    private static final String POSITION = "Studio-Position";

    private final PositionWait positions;
    private final Moment moment;
    private final Map<Method, Set<String>> parameters = new ConcurrentHashMap<>();

    ReadFilters(PositionWait positions, Moment moment) {
        this.positions = positions;
        this.moment = moment;
    }

    /** A misspelt filter must not pass in silence and show everything. */
    @ServerRequestFilter(priority = Priorities.USER)
    public void refuseUnknownParameters(ContainerRequestContext request, ResourceInfo resource) {
        Set<String> known = parameters.computeIfAbsent(resource.getResourceMethod(), ReadFilters::parametersOf);
        for (String name : request.getUriInfo().getQueryParameters().keySet()) {
            if (name.equals(Moments.AT)) {
                moment.ask(Moments.of(
                        resource, request.getUriInfo().getQueryParameters().get(name)));
            } else if (!known.contains(name)) {
                throw Paging.invalid(name, known.isEmpty() ? "there are no parameters here" : "is none of " + known);
            }
        }
    }

    private static Set<String> parametersOf(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(RestQuery.class)) {
                names.add(parameter.getName());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    if (field.isAnnotationPresent(RestQuery.class)) {
                        names.add(field.getName());
                    }
                }
            }
        }
        return names;
    }

    /** Lets a reader see what it wrote: waits until the tables are at the position that it names. */
    @ServerRequestFilter(priority = Priorities.USER + 1)
    public Uni<Void> awaitPosition(ContainerRequestContext request) {
        String header = request.getHeaderString(MIN_POSITION);
        if (header == null) {
            return Uni.createFrom().voidItem();
        }
        try {
            return positions.await(StreamPosition.parseList(header));
        } catch (IllegalArgumentException rule) {
            throw Paging.invalid(MIN_POSITION, String.valueOf(rule.getMessage()));
        }
    }

    /** Says which revision an answer about the past shows; a resource that knows no past must not show the present instead. */
    @ServerResponseFilter
    public void tellMoment(ContainerResponseContext response) {
        if (moment.asked().isEmpty() || response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            return;
        }
        moment.past()
                .ifPresentOrElse(
                        past -> response.getHeaders()
                                .putSingle(POSITION, new StreamPosition(past.stream(), past.revision()).toString()),
                        () -> {
                            Problem problem = Moments.unknown().problem();
                            response.setStatus(problem.status());
                            response.setEntity(problem, new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
                        });
    }

    /** What one may read changes with what one is allowed to: nobody in between may keep it. */
    @ServerResponseFilter
    public void forbidCaching(ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
