package studio.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import studio.api.view.ImageVersionView;
import studio.api.view.ImageView;
import studio.api.view.LibraryView;
import studio.api.view.ServiceView;
import studio.domain.library.Image;
import studio.domain.library.ImageVersion;
import studio.domain.library.Library;
import studio.domain.library.Service;
import studio.identity.Caller;
import studio.projection.query.EntityQueries;
import studio.projection.query.Listing;

/** Libraries and what is in them. Who may read a library may read all that it holds; every user may read the shared one. */
@Path("/api/v1/libraries")
@Produces(MediaType.APPLICATION_JSON)
public class LibrariesResource {

    private final EntityQueries queries;
    private final Caller caller;
    private final Contents libraries;

    LibrariesResource(EntityQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
        libraries = new Contents(queries, Library.KIND, publisher -> queries.library(caller.actor(), publisher));
    }

    @GET
    @Tag(name = "Libraries")
    @Operation(operationId = "listLibraries", summary = "List libraries")
    public Uni<ListView<LibraryView>> list(@BeanParam Paging paging) {
        return queries.libraries(caller.actor(), paging.wanted(1)).map(page -> ListView.of(page, LibraryView.class));
    }

    @GET
    @Path("{publisher}")
    @Tag(name = "Libraries")
    @Operation(operationId = "getLibrary", summary = "Show a library")
    @APIResponseSchema(LibraryView.class)
    public Uni<Response> get(@RestPath String publisher) {
        return libraries.get(publisher);
    }

    @GET
    @Path("{publisher}/images")
    @Tag(name = "Images")
    @Operation(operationId = "listImages", summary = "List the images of a library")
    public Uni<ListView<ImageView>> images(
            @RestPath String publisher,
            @RestQuery @Parameter(description = "`published` or `withdrawn`") Optional<String> state,
            @BeanParam Paging paging) {
        return libraries.list(Listing.IMAGES, publisher, paging, Map.of("state", state), ImageView.class);
    }

    @GET
    @Path("{publisher}/images/{image}")
    @Tag(name = "Images")
    @Operation(operationId = "getImage", summary = "Show an image")
    @APIResponseSchema(ImageView.class)
    public Uni<Response> image(@RestPath String publisher, @RestPath String image) {
        return libraries.get(Listing.IMAGES, publisher, Image.KIND, image);
    }

    @GET
    @Path("{publisher}/images/{image}/versions")
    @Tag(name = "Images")
    @Operation(operationId = "listImageVersions", summary = "List the versions of an image")
    public Uni<ListView<ImageVersionView>> versions(
            @RestPath String publisher,
            @RestPath String image,
            @RestQuery @Parameter(description = "`published` or `withdrawn`") Optional<String> state,
            @RestQuery @Parameter(description = "The digest of all that it says") Optional<String> digest,
            @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("state", state, "digest", digest, "image", Optional.of(image));
        return libraries
                .require(Listing.IMAGES, publisher, Image.KIND, image)
                .flatMap(row -> queries.of(Listing.IMAGE_VERSIONS, row.stream(), paging.wanted(1), filters))
                .map(page -> ListView.of(page, ImageVersionView.class));
    }

    @GET
    @Path("{publisher}/images/{image}/versions/{version}")
    @Tag(name = "Images")
    @Operation(operationId = "getImageVersion", summary = "Show a version of an image")
    @APIResponseSchema(ImageVersionView.class)
    public Uni<Response> version(@RestPath String publisher, @RestPath String image, @RestPath String version) {
        String name = image + ":" + version;
        return libraries.get(Listing.IMAGE_VERSIONS, publisher, ImageVersion.KIND, name);
    }

    @GET
    @Path("{publisher}/services")
    @Tag(name = "Services")
    @Operation(operationId = "listServices", summary = "List the services of a library")
    public Uni<ListView<ServiceView>> services(
            @RestPath String publisher,
            @RestQuery @Parameter(description = "`published` or `withdrawn`") Optional<String> state,
            @RestQuery @Parameter(description = "`tcp`, `http` or `http2`") Optional<String> protocol,
            @BeanParam Paging paging) {
        Map<String, Optional<String>> filters = Map.of("state", state, "protocol", protocol);
        return libraries.list(Listing.SERVICES, publisher, paging, filters, ServiceView.class);
    }

    @GET
    @Path("{publisher}/services/{service}")
    @Tag(name = "Services")
    @Operation(operationId = "getService", summary = "Show a service")
    @APIResponseSchema(ServiceView.class)
    public Uni<Response> service(@RestPath String publisher, @RestPath String service) {
        return libraries.get(Listing.SERVICES, publisher, Service.KIND, service);
    }
}
