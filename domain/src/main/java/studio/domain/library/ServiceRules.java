package studio.domain.library;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Rejection;
import studio.domain.library.LibraryCommand.PublishService;
import studio.domain.library.LibraryCommand.WithdrawService;
import studio.domain.library.LibraryEvent.ServicePublished;
import studio.domain.library.LibraryEvent.ServiceWithdrawn;

/** The rules for services. */
final class ServiceRules {

    /** Services that a library can hold, withdrawn ones too. */
    static final int MAX_SERVICES = 1_000;

    private ServiceRules() {}

    static Decision<LibraryEvent> publish(PublishService command, Entities entities, Facts facts) {
        Optional<Service> service = entities.find(Service.KIND, command.service());
        if (service.isPresent()) {
            return publishAgain(command, service.get());
        }
        int services = LibraryAccess.present(entities).map(Library::services).orElse(0);
        return services >= MAX_SERVICES
                ? reject(LIMIT_REACHED, "a library has at most " + MAX_SERVICES + " services")
                : unless(
                        ContentRules.flawedPort("port", command.port()),
                        () -> accept(published(command, entities, facts)));
    }

    /** Images rely on what a service is, so it never changes, and its name is not given to another. */
    private static Decision<LibraryEvent> publishAgain(PublishService command, Service service) {
        return switch (service) {
            case Service.Withdrawn withdrawn ->
                reject(Rejection.ofField(
                        WRONG_STATE,
                        "name",
                        "service '" + command.service() + "' was withdrawn and can't be published again"));
            case Service.Published published ->
                published.spec().equals(new Service.Spec(command.protocol(), command.port()))
                        ? accept()
                        : reject(Rejection.alreadyExists(published.key()));
        };
    }

    private static List<LibraryEvent> published(PublishService command, Entities entities, Facts facts) {
        List<LibraryEvent> events = new ArrayList<>(ImageRules.created(entities, facts));
        events.add(new ServicePublished(command.service(), facts.ids().next(), command.protocol(), command.port()));
        return events;
    }

    static Decision<LibraryEvent> withdraw(WithdrawService command, Entities entities) {
        Optional<Service> service = entities.find(Service.KIND, command.service());
        if (service.isEmpty()) {
            return reject(Rejection.notFound(Service.KIND.key(command.service())));
        }
        return service.get() instanceof Service.Withdrawn
                ? accept()
                : unless(
                        Limits.text("cause", command.cause()),
                        () -> accept(new ServiceWithdrawn(command.service(), command.cause())));
    }
}
