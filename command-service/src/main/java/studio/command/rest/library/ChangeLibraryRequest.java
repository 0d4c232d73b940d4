package studio.command.rest.library;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.kernel.Owners;
import studio.domain.library.LibraryCommand;
import studio.domain.library.LibraryCommand.ChangeLibrary;

@Schema(name = "ChangeLibrary", description = "What shall be different.")
record ChangeLibraryRequest(
        @NotNull @Schema(description = "Who may use what is in it, beside its publisher.")
        Owners offeredTo) {

    LibraryCommand toCommand() {
        return new ChangeLibrary(offeredTo);
    }
}
