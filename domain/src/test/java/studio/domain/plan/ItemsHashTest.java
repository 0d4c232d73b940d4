package studio.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ItemsHashTest {

    private static final ItemsHash GREATEST =
            new ItemsHash(BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE));

    /** Sites of another version compare with it: it must never come out differently. */
    @Test
    void shouldBeTheSumOfTheHashesOfKeyAndDigest() {
        // When
        ItemsHash one = ItemsHash.of("process/web", "i1:a");
        ItemsHash two = one.add("listener/db:5432", "i1:b");

        // Then: as `printf process/webi1:a | sha256sum` has it, and the sum by hand
        assertThat(one).hasToString("61886a50cdd86e1d5cd309abf82ebfad4e4497bc8f8677df0f41770286249f44");
        assertThat(two).hasToString("d76432ae8df0020795cca6e5aae022fe192251440f3aec3c8f9f499c8498b120");
    }

    @RepeatedTest(20)
    void shouldNotDependOnTheOrder(RepetitionInfo repetition) {
        // Given
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> keys = new ArrayList<>(
                IntStream.range(0, 50).mapToObj(i -> "process/p" + i).toList());
        ItemsHash expected = hash(keys);

        // When
        Collections.shuffle(keys, random);

        // Then
        assertThat(hash(keys)).isEqualTo(expected);
    }

    @RepeatedTest(20)
    void shouldForgetWhatWasTakenAway(RepetitionInfo repetition) {
        // Given
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> all = new ArrayList<>(
                IntStream.range(0, 50).mapToObj(i -> "process/p" + i).toList());
        Collections.shuffle(all, random);
        List<String> gone = all.subList(0, random.nextInt(all.size()));
        List<String> left = all.subList(gone.size(), all.size());

        // When
        ItemsHash hash = hash(all);
        for (String key : gone) {
            hash = hash.remove(key, digest(key));
        }

        // Then
        assertThat(hash).isEqualTo(hash(left)).isEqualTo(hash(all).minus(hash(gone)));
        assertThat(hash.plus(hash(gone))).isEqualTo(hash(all));
        assertThat(ItemsHash.of(hash.bytes())).isEqualTo(hash);
    }

    @Test
    void shouldComeRoundAt256Bits() {
        // Given
        ItemsHash one = new ItemsHash(BigInteger.ONE);

        // Then
        assertThat(GREATEST.plus(one)).isEqualTo(ItemsHash.EMPTY);
        assertThat(ItemsHash.EMPTY.minus(one)).isEqualTo(GREATEST);
        assertThat(ItemsHash.of(GREATEST.bytes())).isEqualTo(GREATEST);
        assertThat(ItemsHash.of(ItemsHash.EMPTY.bytes())).isEqualTo(ItemsHash.EMPTY);
    }

    @Test
    void shouldTellADigestFromAnother() {
        // Then
        assertThat(ItemsHash.of("process/web", "i1:a")).isNotEqualTo(ItemsHash.of("process/web", "i1:b"));
        assertThat(ItemsHash.of("process/web", "i1:a")).isNotEqualTo(ItemsHash.of("process/api", "i1:a"));
    }

    @Test
    void shouldRefuseWhatHasNot256Bits() {
        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemsHash(BigInteger.ONE.shiftLeft(256)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemsHash(BigInteger.ONE.negate()));
        assertThatIllegalArgumentException().isThrownBy(() -> ItemsHash.of(new byte[31]));
    }

    private static ItemsHash hash(List<String> keys) {
        return keys.stream().reduce(ItemsHash.EMPTY, (hash, key) -> hash.add(key, digest(key)), ItemsHash::plus);
    }

    private static String digest(String key) {
        return "i1:" + key.hashCode();
    }
}
