package studio.domain.library;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;
import static studio.domain.library.Libraries.ACME;
import static studio.domain.library.Libraries.DATABASE;
import static studio.domain.library.Libraries.FLOATING;
import static studio.domain.library.Libraries.ONE;
import static studio.domain.library.Libraries.PINNED;
import static studio.domain.library.Libraries.TWO;
import static studio.domain.library.Libraries.WEB;
import static studio.domain.library.Libraries.first;
import static studio.domain.library.Libraries.full;
import static studio.domain.library.Libraries.plain;
import static studio.domain.library.Libraries.version;
import static studio.domain.spec.Actors.ADMIN;
import static studio.domain.spec.StreamSpec.ANY_UID;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.StreamKey;
import studio.domain.library.LibraryCommand.ChangeLibrary;
import studio.domain.library.LibraryCommand.PublishImage;
import studio.domain.library.LibraryCommand.WithdrawImage;
import studio.domain.library.LibraryEvent.ImagePublished;
import studio.domain.library.LibraryEvent.ImageVersionPublished;
import studio.domain.library.LibraryEvent.ImageWithdrawn;
import studio.domain.library.LibraryEvent.LibraryCreated;
import studio.domain.spec.StreamSpec;

class ImageTest {

    @Test
    void shouldMakeLibraryAndImageWithTheFirstVersion() {
        Libraries.absent()
                .when(ACME, new PublishImage(WEB, ONE, plain(PINNED)))
                .then(
                        new LibraryCreated(ANY_UID),
                        new ImagePublished(WEB, ANY_UID),
                        new ImageVersionPublished(
                                WEB, ONE, ANY_UID, plain(PINNED), plain(PINNED).digest()))
                .and(Library.KIND, "acme")
                .returns(1, Library::images)
                .returns(Owners.NOBODY, Library::offeredTo);
    }

    @Test
    void shouldCountVersionsAndKnowTheNewest() {
        StreamSpec<LibraryCommand, LibraryEvent> spec = Libraries.published();

        assertThat(spec.get(Image.KIND, "web").versions()).isEqualTo(new Image.Versions(2, 0, Optional.of(TWO)));
        assertThat(version(spec, TWO).release())
                .returns(2, ImageVersion.Release::number)
                .returns(Optional.of(ONE), ImageVersion.Release::previous);
    }

    @Test
    void shouldTakeTheSameContentInAnotherOrderForTheSame() {
        ImageContent turned = new ImageContent(
                first().mutable(),
                first().artifacts(),
                first().env().reversed(),
                first().ports(),
                first().resources(),
                first().offers().reversed(),
                first().requires().reversed());
        Libraries.published().when(ACME, new PublishImage(WEB, ONE, turned)).then();
    }

    @Test
    void shouldNeverChangeAVersion() {
        Rejection rejection = Libraries.published()
                .when(ACME, new PublishImage(WEB, ONE, plain(PINNED)))
                .thenRejected(ALREADY_EXISTS, "version");

        assertThat(rejection.detail()).contains("'web:1'").contains("never change");
    }

    @Test
    void shouldNotPublishAWithdrawnVersionAgain() {
        Libraries.versionWithdrawn()
                .when(ACME, new PublishImage(WEB, ONE, first()))
                .thenRejected(WRONG_STATE, "version");
    }

    @Test
    void shouldWithdrawOneVersionAndLeaveTheOthers() {
        StreamSpec<LibraryCommand, LibraryEvent> spec = Libraries.versionWithdrawn();

        assertThat(version(spec, ONE))
                .isInstanceOfSatisfying(
                        ImageVersion.Withdrawn.class,
                        gone -> assertThat(gone.cause()).hasValue("leaks memory"));
        assertThat(version(spec, TWO)).isInstanceOf(ImageVersion.Published.class);
        assertThat(spec.get(Image.KIND, "web"))
                .isInstanceOf(Image.Published.class)
                .returns(new Image.Versions(2, 1, Optional.of(TWO)), Image::versions);
    }

    @Test
    void shouldWithdrawAWholeImageInOneEventWithEachOfItsVersionsAndNoOther() {
        // Given
        StreamSpec<LibraryCommand, LibraryEvent> spec =
                Libraries.versionWithdrawn().given(ACME, new PublishImage(DATABASE, ONE, plain(PINNED)));

        // When
        StreamSpec<LibraryCommand, LibraryEvent>.Outcome outcome =
                spec.when(ACME, new WithdrawImage(WEB, Optional.empty(), Optional.of("replaced")));

        // Then
        outcome.then(new ImageWithdrawn(WEB, Optional.of("replaced")))
                .and(Image.KIND, "web")
                .returns(new Image.Versions(2, 2, Optional.of(TWO)), Image::versions);
        assertThat(version(spec, TWO)).isInstanceOf(ImageVersion.Withdrawn.class);
        assertThat(version(spec, ONE))
                .isInstanceOfSatisfying(
                        ImageVersion.Withdrawn.class,
                        gone -> assertThat(gone.cause()).hasValue("leaks memory"));
        assertThat(spec.stream().entities().get(ImageVersion.key(DATABASE, ONE)))
                .isInstanceOf(ImageVersion.Published.class);
    }

    @Test
    void shouldWantACauseOfOneLine() {
        Libraries.published()
                .when(ACME, new WithdrawImage(WEB, Optional.empty(), Optional.of("two\nlines")))
                .thenRejected(INVALID_VALUE, "cause");
    }

    @Test
    void shouldKeepASnapshotAsItWasWhateverHappensInTheLibrary() {
        // Given
        StreamSpec<LibraryCommand, LibraryEvent> spec = Libraries.published();
        StreamKey library = spec.stream().entities().stream();
        ImageVersion.Published published = (ImageVersion.Published) version(spec, ONE);

        // When
        ImageSnapshot snapshot = ImageSnapshot.of(library, published);
        spec.given(ACME, new WithdrawImage(WEB, Optional.empty(), Optional.empty()));

        // Then
        assertThat(snapshot)
                .isEqualTo(
                        new ImageSnapshot(library, published.meta().revision(), WEB, ONE, first(), first().digest()));
    }

    @Test
    void shouldOfferTheSharedLibraryToNobodyInParticular() {
        StreamSpec.of(StreamType.LIBRARY, "public")
                .given(ADMIN, new PublishImage(WEB, ONE, plain(PINNED)))
                .when(ADMIN, new ChangeLibrary(Owners.user(WEB)))
                .thenRejected(INVALID_VALUE, "offeredTo");
    }

    @Test
    void shouldBoundTheVersionsOfAnImage() {
        StreamSpec<LibraryCommand, LibraryEvent> spec = Libraries.absent();
        IntStream.rangeClosed(1, ImageRules.MAX_VERSIONS)
                .mapToObj(String::valueOf)
                .map(VersionName::of)
                .forEach(version -> spec.given(ACME, new PublishImage(WEB, version, plain(PINNED))));

        spec.when(ACME, new PublishImage(WEB, VersionName.of("more"), plain(PINNED)))
                .thenRejected(LIMIT_REACHED);
    }

    @Test
    void shouldBoundTheImagesOfALibrary() {
        StreamSpec<LibraryCommand, LibraryEvent> spec = Libraries.absent();
        IntStream.rangeClosed(1, ImageRules.MAX_IMAGES)
                .mapToObj(i -> Name.of("image-" + i))
                .forEach(image -> spec.given(ACME, new PublishImage(image, ONE, plain(PINNED))));

        spec.when(ACME, new PublishImage(WEB, ONE, plain(PINNED))).thenRejected(LIMIT_REACHED);
        spec.when(ACME, new PublishImage(Name.of("image-1"), TWO, plain(FLOATING)))
                .events();
    }

    /** However many images and versions there are, publishing one more looks at those that it names. */
    @Test
    void shouldListNothingToDecide() {
        StreamSpec<LibraryCommand, LibraryEvent> spec = Libraries.published();
        Entities unlisted = new Unlisted(spec.stream().entities());
        Facts facts = new Facts(spec.now(), new IdSource("one-more", spec.now()), ACME);

        List.of(
                        new PublishImage(WEB, VersionName.of("3"), full()),
                        new PublishImage(DATABASE, ONE, full()),
                        new WithdrawImage(WEB, Optional.of(ONE), Optional.empty()),
                        new WithdrawImage(WEB, Optional.empty(), Optional.empty()))
                .forEach(command -> assertThat(LibraryDecider.INSTANCE.decide(command, unlisted, facts))
                        .isNotNull());
    }

    private record Unlisted(Entities entities) implements Entities {

        @Override
        public StreamKey stream() {
            return entities.stream();
        }

        @Override
        public Optional<Entity> find(EntityKey key) {
            return entities.find(key);
        }

        @Override
        public <S extends Entity> List<S> list(Kind<S> kind) {
            throw new AssertionError("lists all of " + kind);
        }
    }
}
