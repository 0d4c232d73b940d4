package studio.command.submit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import studio.schema.CommandOutcome;
import studio.schema.Encoded;
import studio.schema.OutcomeCodec;

/** The outcomes of late, as they came, as many as fit in a given amount of memory. */
final class RecentOutcomes {

    private static final int OVERHEAD_BYTES = 250;

    private final Cache<String, Encoded> encoded;

    RecentOutcomes(long bytes) {
        this.encoded = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .<String, Encoded>weigher((id, outcome) -> outcome.body().length + OVERHEAD_BYTES)
                .executor(Runnable::run)
                .build();
    }

    void add(String commandId, Encoded outcome) {
        encoded.put(commandId, outcome);
    }

    Optional<CommandOutcome> find(String commandId) {
        return Optional.ofNullable(encoded.getIfPresent(commandId)).map(OutcomeCodec::decode);
    }
}
