package studio.projection.rest.history;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import studio.api.problem.ProblemType;
import studio.domain.StreamType;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.StreamKey;
import studio.identity.Caller;
import studio.identity.problem.ProblemException;
import studio.projection.history.At;
import studio.projection.history.Causes;
import studio.projection.history.HistoryQueries;
import studio.projection.history.PastStates;
import studio.projection.query.Page;
import studio.projection.rest.Moments;
import studio.projection.rest.Paging;

/** What happened in a stream of any type, and to anything in it. Each incarnation is told to those who owned it. */
@Path(HistoryResource.PATH + "/{collection}/{name}")
@Tag(name = "History")
public class HistoryResource {

    /** Where it is inside; {@link PublicPaths} says where it is for others. */
    static final String PATH = "/api/v1/streams";

    private final HistoryQueries history;
    private final PastStates states;
    private final Causes causes;
    private final Caller caller;

    HistoryResource(HistoryQueries history, PastStates states, Causes causes, Caller caller) {
        this.history = history;
        this.states = states;
        this.causes = causes;
        this.caller = caller;
    }

    @GET
    @Path("history")
    @Operation(
            operationId = "getHistory",
            summary = "Tell what happened in a stream",
            description = "Also of what is gone: a freed name's history stays with those who owned it.")
    public Uni<HistoryView> history(
            @RestPath @Parameter(description = "The streams of a type.", example = "backbones") String collection,
            @RestPath @Parameter(example = "acme") String name,
            @BeanParam HistoryParameters parameters,
            @BeanParam Paging paging) {
        StreamKey stream = Paths.stream(collection, name);
        return history(stream, Optional.empty(), parameters, paging);
    }

    @GET
    @Path("{part}/{item}/history")
    @Operation(
            operationId = "getHistoryOf",
            summary = "Tell what happened to something in a stream",
            description = "What is about it, and what changed it as a consequence. All that ever had the name is told;"
                    + " `uid` tells one from the other.")
    public Uni<HistoryView> historyOf(
            @RestPath @Parameter(description = "The streams of a type.", example = "backbones") String collection,
            @RestPath @Parameter(example = "acme") String name,
            @RestPath @Parameter(description = "A collection in the stream.", example = "sites") String part,
            @RestPath @Parameter(example = "paris") String item,
            @BeanParam HistoryParameters parameters,
            @BeanParam Paging paging) {
        StreamKey stream = Paths.stream(collection, name);
        return history(stream, Optional.of(Paths.entity(stream, part, item)), parameters, paging);
    }

    private Uni<HistoryView> history(
            StreamKey stream, Optional<EntityKey> subject, HistoryParameters parameters, Paging paging) {
        Page.Wanted wanted = paging.wanted(1);
        return history.page(caller.actor(), stream, subject, wanted, parameters.order())
                .map(page -> {
                    // There is no stream, and nothing in one, without an event.
                    if (page.rows().isEmpty() && wanted.after().isEmpty()) {
                        throw notFound(subject.orElseGet(() -> StreamType.root(stream)));
                    }
                    return HistoryView.of(page);
                });
    }

    @GET
    @Path("diff")
    @Operation(
            operationId = "getDiff",
            summary = "Tell what differs between two moments of a stream",
            description = "By what is shown of its entities, whichever of the moments is the earlier.")
    public Uni<DiffView> diff(
            @RestPath @Parameter(description = "The streams of a type.", example = "backbones") String collection,
            @RestPath @Parameter(example = "acme") String name,
            @RestQuery @Parameter(required = true, description = "A revision, or a time (RFC 3339).", example = "1")
                    Optional<String> from,
            @RestQuery
                    @Parameter(
                            description = "A revision, or a time (RFC 3339); the present if absent.",
                            example = "2026-05-01T00:00:00Z")
                    Optional<String> to,
            @BeanParam Paging paging) {
        At first = Moments.parse("from", from.orElseThrow(() -> Paging.invalid("from", "must be given")));
        At second = to.map(text -> Moments.parse("to", text)).orElseGet(At.Present::new);
        Page.Wanted wanted = paging.wanted(DiffView.CURSOR_VALUES);
        return states.at(caller.actor(), Paths.stream(collection, name), List.of(first, second))
                .map(pasts -> DiffView.of(pasts.getFirst(), pasts.getLast(), wanted));
    }

    @GET
    @Path("why")
    @Operation(operationId = "getWhy", summary = "Tell why a stream's root is as it is")
    public Uni<WhyView> why(
            @RestPath @Parameter(description = "The streams of a type.", example = "backbones") String collection,
            @RestPath @Parameter(example = "acme") String name) {
        StreamKey stream = Paths.stream(collection, name);
        return why(stream, StreamType.root(stream));
    }

    @GET
    @Path("{part}/{item}/why")
    @Operation(
            operationId = "getWhyOf",
            summary = "Tell why something in a stream is as it is",
            description = "Follows causes from its last change over all streams back to what a person wanted.")
    public Uni<WhyView> whyOf(
            @RestPath @Parameter(description = "The streams of a type.", example = "backbones") String collection,
            @RestPath @Parameter(example = "acme") String name,
            @RestPath @Parameter(description = "A collection in the stream.", example = "sites") String part,
            @RestPath @Parameter(example = "paris") String item) {
        StreamKey stream = Paths.stream(collection, name);
        return why(stream, Paths.entity(stream, part, item));
    }

    private Uni<WhyView> why(StreamKey stream, EntityKey subject) {
        return causes.of(caller.actor(), stream, subject)
                .map(reason -> WhyView.of(subject, reason.orElseThrow(() -> notFound(subject))));
    }

    private static ProblemException notFound(EntityKey key) {
        return ProblemException.of(
                ProblemType.NOT_FOUND, Rejection.notFound(key).detail());
    }
}
