package studio.command.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import studio.command.process.ProcessorRuntime;

/** Ready once this instance decides commands, unless it is not meant to. */
@Readiness
@ApplicationScoped
class ProcessorReady implements HealthCheck {

    private final ProcessorRuntime processor;

    ProcessorReady(ProcessorRuntime processor) {
        this.processor = processor;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("commands are decided")
                .status(processor.isReady())
                .build();
    }
}
