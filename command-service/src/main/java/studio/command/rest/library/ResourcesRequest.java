package studio.command.rest.library;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.library.Resources;

@Schema(
        name = "PublishResources",
        description = "What one instance asks of its platform; what is absent is left to the platform.")
record ResourcesRequest(
        @Schema(description = "Processor time, in thousandths of a core.", examples = "250")
        Optional<@Min(1) @Max(Resources.MAX_CPU_MILLIS) Integer> cpuMillis,

        @Schema(description = "Memory, in MiB.", examples = "64")
        Optional<@Min(1) @Max(Resources.MAX_MEMORY_MEBIBYTES) Integer> memoryMebibytes) {

    Resources toResources() {
        return new Resources(cpuMillis, memoryMebibytes);
    }
}
