package studio.command.rest.library;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Line;

@Schema(name = "Withdraw", description = "Why something is withdrawn.")
record WithdrawRequest(
        @Schema(description = "The cause, for people.", examples = "leaks memory; use 1.4.3")
        Optional<@Line String> cause) {}
