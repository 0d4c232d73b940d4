package studio.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneEvent.LinkCostChanged;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

class ChainVerifierTest {

    private static final StreamKey ACME = StreamType.BACKBONE.key(Name.of("acme"));
    private static final Uid UID = Uid.parse("019c1234-5678-7abc-8def-0123456789ab");

    private final ChainVerifier verifier = new ChainVerifier();

    private static StoredEvent event(long revision, Digest previous, int cost) {
        EventMeta meta = new EventMeta(
                previous,
                previous,
                UID,
                ACME,
                revision,
                "c",
                "c",
                Optional.empty(),
                ActorRef.to(Actor.TIMER),
                Optional.empty(),
                Instant.EPOCH);
        return EventCodec.encode(meta, new LinkCostChanged(Name.of("link"), cost));
    }

    private static List<StoredEvent> chain() {
        List<StoredEvent> chain = new ArrayList<>();
        Digest previous = HashChain.START;
        for (int revision = 1; revision <= 5; revision++) {
            StoredEvent event = event(revision, previous, revision);
            chain.add(event);
            previous = event.meta().hash();
        }
        return chain;
    }

    private List<Integer> breaks(List<StoredEvent> chain) {
        return IntStream.range(0, chain.size())
                .filter(i -> verifier.next(chain.get(i)).isPresent())
                .boxed()
                .toList();
    }

    @Test
    void shouldFindNothingWrongWithAWholeChain() {
        assertThat(breaks(chain())).isEmpty();
        assertThat(verifier.heads())
                .hasEntrySatisfying(ACME, head -> assertThat(head.revision()).isEqualTo(5));
        assertThat(verifier.events()).isEqualTo(5);
    }

    @Test
    void shouldNameTheEventWhoseContentWasChanged() {
        // Given
        List<StoredEvent> chain = chain();
        byte[] body = chain.get(2).body().clone();
        body[body.length - 1] ^= 2;
        chain.set(2, EventCodec.decode(chain.get(2).type(), 1, body));

        // When
        List<Integer> breaks = breaks(chain);

        // Then
        assertThat(breaks).containsExactly(2);
    }

    @Test
    void shouldNameTheEventAfterOneThatWasReplacedWithItsHash() {
        // Given
        List<StoredEvent> chain = chain();
        chain.set(2, event(3, chain.get(1).meta().hash(), 999));

        // When
        List<Integer> breaks = breaks(chain);

        // Then
        assertThat(breaks).containsExactly(3);
    }

    @Test
    void shouldNameTheEventAfterAGap() {
        // Given
        List<StoredEvent> chain = chain();
        chain.remove(1);

        // When
        List<Integer> breaks = breaks(chain);

        // Then
        assertThat(breaks).containsExactly(1);
    }
}
