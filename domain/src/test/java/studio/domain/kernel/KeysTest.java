package studio.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.domain.StreamType;
import studio.domain.backbone.Backbone;
import studio.domain.user.UserEvent;

/** Keys, uids and digests: what names things in the log. */
class KeysTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

    @Test
    void shouldReadWhatItWrites() {
        StreamKey key = StreamType.BACKBONE.key(Name.of("acme"));
        assertThat(key).hasToString("backbone/acme").isEqualTo(StreamKey.parse("backbone/acme"));
        assertThat(StreamType.of(key)).isSameAs(StreamType.BACKBONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "/acme", "backbone/", "backbone/ACME", "backbone/a/b"})
    void shouldRejectAKeyThatNamesNoStream(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StreamKey.parse(text));
    }

    @Test
    void shouldNameAStreamsRootAfterTheStream() {
        EntityKey root = StreamType.root(StreamKey.parse("backbone/acme"));
        assertThat(root).isEqualTo(EntityKey.parse("backbone/acme")).isEqualTo(Backbone.KIND.key(Name.of("acme")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "paris", "/paris"})
    void shouldRejectAKeyThatNamesNoEntity(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EntityKey.parse(text));
    }

    @Test
    void shouldFoldOnlyEventsOfItsOwnStreams() {
        Recorded<Event> recorded = new Recorded<>(1, NOW, new UserEvent.UserRemoved());
        EntityMap acme = new EntityMap(StreamKey.parse("backbone/acme"));
        assertThatThrownBy(() -> StreamType.BACKBONE.evolve(recorded, acme)).isInstanceOf(ClassCastException.class);
    }

    @Test
    void shouldRejectAnUnknownTypeOfStream() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StreamType.of(StreamKey.parse("planet/mars")))
                .withMessageContaining("'planet'");
    }

    @ParameterizedTest
    @CsvSource({
        "01981f6e-58a1-7c3b-9d4e-2f6a7b8c9d0e, 06c1uriok5u3n7ae5tl7n34t1o",
        "00000000-0000-0000-0000-000000000000, 00000000000000000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff, vvvvvvvvvvvvvvvvvvvvvvvvvs"
    })
    void shouldWriteAUidWithoutHyphensToo(String uid, String base32Hex) {
        assertThat(Uid.parse(uid).base32Hex()).isEqualTo(base32Hex);
    }

    @Test
    void shouldMakeTheSameUidsForTheSameCommand() {
        IdSource once = new IdSource("command", NOW);
        IdSource again = new IdSource("command", NOW);
        assertThat(once.next()).isEqualTo(again.next());
        assertThat(once.next()).isEqualTo(again.next());
    }

    @Test
    void shouldMakeOtherUidsForOtherCommands() {
        Set<Uid> uids = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            IdSource ids = new IdSource("command-" + i, NOW);
            assertThat(uids.add(ids.next())).isTrue();
            assertThat(uids.add(ids.next())).isTrue();
        }
    }

    @Test
    void shouldMakeUidsOfVersionSevenThatBeginWithTheTime() {
        Uid uid = new IdSource("command", NOW).next();
        assertThat(uid.value().version()).isEqualTo(7);
        assertThat(uid.value().variant()).isEqualTo(2);
        assertThat(uid.value().getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
        assertThat(Uid.parse(uid.toString())).isEqualTo(uid);
    }

    @Test
    void shouldOrderUidsByTime() {
        assertThat(new IdSource("b", NOW).next()).isLessThan(new IdSource("a", NOW.plusMillis(1)).next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB"})
    void shouldRejectWhatIsNoDigest(String hex) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Digest(hex));
    }

    @Test
    void shouldWriteADigestInHexadecimal() {
        assertThat(Digest.of(new byte[32])).hasToString("00".repeat(32));
    }

    @Test
    void shouldOrderEntitiesByKindAndName() {
        assertThat(new EntityKey("link", "b"))
                .isGreaterThan(new EntityKey("link", "a"))
                .isLessThan(new EntityKey("site", "a"))
                .hasToString("link/b");
    }

    @Test
    void shouldHaveAnotherLabelForEachKind() {
        assertThat(StreamType.ALL.stream()
                        .flatMap(type -> type.kinds().stream())
                        .distinct()
                        .map(Kind::label))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldKnowEveryRecordOfASealedType() {
        assertThat(StreamType.records(Change.class)).containsExactly(Change.Put.class, Change.Remove.class);
        assertThat(StreamType.records(Name.class)).containsExactly(Name.class);
    }

    @Test
    void shouldBoundSetsOfNames() {
        Set<Name> most = IntStream.range(0, Limits.MAX_NAMES)
                .mapToObj(i -> Name.of("n" + i))
                .collect(Collectors.toSet());
        assertThat(Limits.owners("owners", new Owners(most, most))).isEmpty();
        most.add(Name.of("more"));
        assertThat(Limits.names("groups", most).orElseThrow().field()).hasValue("groups");
    }
}
