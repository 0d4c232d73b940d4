package studio.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Name;
import studio.domain.library.Image;
import studio.domain.library.ImageVersion;
import studio.domain.library.ImageVersion.Release;
import studio.domain.library.Library;
import studio.domain.library.LibraryCommand;
import studio.domain.library.LibraryEvent;
import studio.domain.library.LibraryEvent.LibraryRenewed;
import studio.domain.library.Service;
import studio.domain.spec.LiveStream;

/** What holds of every library's history. {@link LiveStream} adds its own checks: deciding is total and pure, folding agrees. */
class LibraryPropertiesTest {

    private final Moves<LibraryCommand, LibraryEvent> moves = new LibraryMoves();

    @Histories
    void replayGivesTheSameState(List<Integer> numbers) {
        LiveStream<LibraryCommand, LibraryEvent> stream = History.play(moves, numbers);
        assertThat(stream.replayed().asMap()).isEqualTo(stream.entities().asMap());
    }

    @Histories
    void theSameCommandAgainDoesNothing(List<Integer> numbers) {
        History.play(moves, numbers, Laws::checkSecondTimeDoesNothing);
    }

    @Histories
    void aStrangerChangesAndLearnsNothing(List<Integer> numbers) {
        History.play(moves, numbers, Laws::checkStrangerLearnsNothing);
    }

    @Histories
    void uidsAreNeverUsedAgain(List<Integer> numbers) {
        Laws.Incarnations incarnations = new Laws.Incarnations();
        History.play(moves, numbers, (stream, move) -> incarnations.check(stream));
    }

    @Histories
    void whatWasPublishedNeverChangesAndWhatWasWithdrawnStaysSo(List<Integer> numbers) {
        Map<EntityKey, ImageVersion> known = new HashMap<>();
        History.play(moves, numbers, (stream, move) -> {
            boolean renewed =
                    !stream.history().isEmpty() && stream.history().getLast().event() instanceof LibraryRenewed;
            if (renewed) {
                known.clear();
            }
            List<ImageVersion> versions = stream.entities().list(ImageVersion.KIND);
            assertThat(versions).extracting(ImageVersion::key).containsAll(known.keySet());
            for (ImageVersion version : versions) {
                ImageVersion before = known.getOrDefault(version.key(), version);
                assertThat(version.release()).isEqualTo(before.release());
                assertThat(version.release().digest())
                        .isEqualTo(version.release().content().digest());
                assertThat(before instanceof ImageVersion.Withdrawn && version instanceof ImageVersion.Published)
                        .as("%s is back", version)
                        .isFalse();
                known.put(version.key(), version);
            }
        });
    }

    @Histories
    void countsAgreeWithWhatThereIs(List<Integer> numbers) {
        History.play(moves, numbers, (stream, move) -> {
            EntityMap entities = stream.entities();
            entities.find(Library.KIND, Name.of("acme"))
                    .ifPresentOrElse(
                            library -> {
                                assertThat(library.images())
                                        .isEqualTo(entities.list(Image.KIND).size());
                                assertThat(library.services())
                                        .isEqualTo(entities.list(Service.KIND).size());
                            },
                            () -> assertThat(entities.asMap()).isEmpty());
            entities.list(Image.KIND).forEach(image -> checkVersions(image, entities));
        });
    }

    private static void checkVersions(Image image, EntityMap entities) {
        List<ImageVersion> versions = entities.list(ImageVersion.KIND).stream()
                .filter(version ->
                        version.release().image().value().equals(image.meta().name()))
                .toList();
        assertThat(versions.stream().map(ImageVersion::release).map(Release::number))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, image.versions().published())
                                .boxed()
                                .toList());
        assertThat(versions.stream().filter(ImageVersion.Withdrawn.class::isInstance))
                .hasSize(image.versions().withdrawn());
        if (image instanceof Image.Withdrawn) {
            assertThat(versions).hasOnlyElementsOfType(ImageVersion.Withdrawn.class);
        }
    }
}
