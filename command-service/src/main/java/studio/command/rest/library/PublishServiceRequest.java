package studio.command.rest.library;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Port;
import studio.domain.kernel.Name;
import studio.domain.library.LibraryCommand;
import studio.domain.library.LibraryCommand.PublishService;
import studio.domain.library.Service;

@Schema(name = "PublishService", description = "A service to be. It never changes.")
record PublishServiceRequest(
        @NotNull @Schema(description = "Its name, unique in the library.", examples = "orders")
        Name name,

        @NotNull @Schema(description = "What is spoken.", examples = "http")
        Service.Protocol protocol,

        @NotNull
        @Port
        @Schema(description = "The port at which callers look for it unless they say otherwise.", examples = "8080")
        Integer port) {

    LibraryCommand toCommand() {
        return new PublishService(name, protocol, port);
    }
}
