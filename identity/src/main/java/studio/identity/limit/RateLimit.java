package studio.identity.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/** A token bucket for each key, such as a client's address. A key that was silent long enough for its bucket to be full is forgotten. */
public final class RateLimit {

    private final LoadingCache<String, Bucket> buckets;

    /**
     * Buckets that hold {@code capacity} and refill evenly in that time.
     *
     * @param keys how many keys are watched at a time
     */
    public RateLimit(long capacity, Duration refill, long keys) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(keys)
                .expireAfterAccess(refill)
                .executor(Runnable::run)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, refill))
                        .build());
    }

    /** Takes one from the key's bucket; if there is none, says when there will be. */
    public Optional<Duration> take(String key) {
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
