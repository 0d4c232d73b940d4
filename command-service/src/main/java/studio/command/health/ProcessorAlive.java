package studio.command.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import studio.command.process.ProcessorRuntime;

/** Alive unless the processor stopped for good: the log and its state contradict each other, or it fails again and again. */
@Liveness
@ApplicationScoped
class ProcessorAlive implements HealthCheck {

    private final ProcessorRuntime processor;

    ProcessorAlive(ProcessorRuntime processor) {
        this.processor = processor;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("the processor has not given up");
        processor.failure().ifPresent(reason -> response.withData("reason", reason));
        return response.status(processor.failure().isEmpty()).build();
    }
}
