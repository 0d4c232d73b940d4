package studio.certificates.process;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What happened since the start, for those who watch. */
final class Counters {

    private final Counter issued;
    private final Counter refused;
    private final Counter failed;

    Counters(MeterRegistry registry) {
        this.issued = Counter.builder("studio.certificates.issued")
                .description("Certificates that were signed")
                .register(registry);
        this.refused = Counter.builder("studio.certificates.refused")
                .description("Certificates that cannot be signed as asked for")
                .register(registry);
        this.failed = Counter.builder("studio.certificates.failures")
                .description("Tries to sign that failed")
                .register(registry);
    }

    void count(Result result) {
        switch (result) {
            case Result.Signed r -> issued.increment();
            case Result.Refused r -> refused.increment();
            case Result.Failed r -> failed.increment();
            case Result.Lacking r -> {}
            case Result.TooEarly r -> {}
        }
    }
}
