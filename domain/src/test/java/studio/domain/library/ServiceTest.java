package studio.domain.library;

import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;
import static studio.domain.library.Libraries.ACME;
import static studio.domain.library.Libraries.DATABASE;
import static studio.domain.library.Libraries.ORDERS;
import static studio.domain.spec.StreamSpec.ANY_UID;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.Name;
import studio.domain.library.LibraryCommand.PublishService;
import studio.domain.library.LibraryCommand.WithdrawService;
import studio.domain.library.LibraryEvent.LibraryCreated;
import studio.domain.library.LibraryEvent.ServicePublished;
import studio.domain.library.LibraryEvent.ServiceWithdrawn;
import studio.domain.library.Service.Protocol;
import studio.domain.spec.StreamSpec;

class ServiceTest {

    @Test
    void shouldMakeTheLibraryWithTheFirstService() {
        Libraries.absent()
                .when(ACME, new PublishService(ORDERS, Protocol.HTTP, 8080))
                .then(new LibraryCreated(ANY_UID), new ServicePublished(ORDERS, ANY_UID, Protocol.HTTP, 8080))
                .and(Library.KIND, "acme")
                .returns(1, Library::services);
    }

    @Test
    void shouldNeverChangeAService() {
        Libraries.published()
                .when(ACME, new PublishService(ORDERS, Protocol.HTTP, 8081))
                .thenRejected(ALREADY_EXISTS, "name");
    }

    @Test
    void shouldGiveTheNameOfAWithdrawnServiceToNoOther() {
        Libraries.withdrawn()
                .when(ACME, new PublishService(ORDERS, Protocol.HTTP, 8080))
                .thenRejected(WRONG_STATE, "name");
    }

    @Test
    void shouldWithdrawAServiceThatVersionsName() {
        Libraries.published()
                .when(ACME, new WithdrawService(ORDERS, Optional.of("renamed")))
                .then(new ServiceWithdrawn(ORDERS, Optional.of("renamed")))
                .and(Service.KIND, "orders")
                .isInstanceOf(Service.Withdrawn.class);
    }

    @Test
    void shouldRefuseWhatCannotBeKept() {
        Libraries.published()
                .when(ACME, new PublishService(DATABASE, Protocol.TCP, 0))
                .thenRejected(INVALID_VALUE, "port");
        Libraries.published()
                .when(ACME, new WithdrawService(ORDERS, Optional.of("")))
                .thenRejected(INVALID_VALUE, "cause");
    }

    @Test
    void shouldBoundTheServicesOfALibrary() {
        StreamSpec<LibraryCommand, LibraryEvent> spec = Libraries.absent();
        IntStream.range(0, ServiceRules.MAX_SERVICES)
                .forEach(i -> spec.given(ACME, new PublishService(Name.of("s" + i), Protocol.TCP, 1)));

        spec.when(ACME, new PublishService(ORDERS, Protocol.TCP, 1)).thenRejected(LIMIT_REACHED);
    }
}
