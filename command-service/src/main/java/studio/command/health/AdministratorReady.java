package studio.command.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import studio.command.install.FirstAdministrator;

/** Ready once somebody can sign in: before, the first thing that a newcomer does would fail. */
@Readiness
@ApplicationScoped
class AdministratorReady implements HealthCheck {

    private final FirstAdministrator administrator;

    AdministratorReady(FirstAdministrator administrator) {
        this.administrator = administrator;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("the first administrator is registered")
                .status(administrator.isSettled())
                .build();
    }
}
