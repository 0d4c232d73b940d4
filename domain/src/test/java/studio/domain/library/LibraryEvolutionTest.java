package studio.domain.library;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static studio.domain.library.Libraries.ONE;
import static studio.domain.library.Libraries.ORDERS;
import static studio.domain.library.Libraries.PINNED;
import static studio.domain.library.Libraries.TWO;
import static studio.domain.library.Libraries.WEB;
import static studio.domain.library.Libraries.plain;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.domain.kernel.Owners;
import studio.domain.library.LibraryEvent.ImagePublished;
import studio.domain.library.LibraryEvent.ImageVersionPublished;
import studio.domain.library.LibraryEvent.ImageVersionWithdrawn;
import studio.domain.library.LibraryEvent.ImageWithdrawn;
import studio.domain.library.LibraryEvent.LibraryChanged;
import studio.domain.library.LibraryEvent.LibraryCreated;
import studio.domain.library.LibraryEvent.ServicePublished;
import studio.domain.library.LibraryEvent.ServiceWithdrawn;
import studio.domain.library.Service.Protocol;
import studio.domain.spec.StreamSpec;

/** An event that the state does not allow stops the fold: going on would hide that the log and the state disagree. */
class LibraryEvolutionTest {

    static Stream<LibraryEvent> aboutWhatIsNotThere() {
        return Stream.of(
                new LibraryChanged(Owners.NOBODY),
                new ImagePublished(WEB, StreamSpec.ANY_UID),
                versionPublished(ONE),
                new ImageVersionWithdrawn(WEB, ONE, Optional.empty()),
                new ImageWithdrawn(WEB, Optional.empty()),
                new ServicePublished(ORDERS, StreamSpec.ANY_UID, Protocol.TCP, 1),
                new ServiceWithdrawn(ORDERS, Optional.empty()));
    }

    static Stream<LibraryEvent> thatHaveHappened() {
        return Stream.of(
                new LibraryCreated(StreamSpec.ANY_UID),
                new ImagePublished(WEB, StreamSpec.ANY_UID),
                versionPublished(TWO),
                new ImageVersionWithdrawn(WEB, TWO, Optional.empty()),
                new ImageWithdrawn(WEB, Optional.empty()),
                new ServicePublished(ORDERS, StreamSpec.ANY_UID, Protocol.TCP, 1),
                new ServiceWithdrawn(ORDERS, Optional.empty()));
    }

    private static LibraryEvent versionPublished(VersionName version) {
        return new ImageVersionPublished(
                WEB, version, StreamSpec.ANY_UID, plain(PINNED), plain(PINNED).digest());
    }

    @ParameterizedTest
    @MethodSource("aboutWhatIsNotThere")
    void shouldStopAtAnEventAboutWhatIsNotThere(LibraryEvent event) {
        assertThatIllegalStateException().isThrownBy(() -> Libraries.absent().happened(event));
    }

    @ParameterizedTest
    @MethodSource("thatHaveHappened")
    void shouldStopAtAnEventThatHasHappenedForGood(LibraryEvent event) {
        assertThatIllegalStateException().isThrownBy(() -> Libraries.withdrawn().happened(event));
    }

    @Test
    void shouldStopAtASecondWithdrawalOfAVersion() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Libraries.versionWithdrawn().happened(new ImageVersionWithdrawn(WEB, ONE, Optional.empty())));
    }
}
