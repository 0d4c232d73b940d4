package studio.command.submit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How commands get to the processor and their outcomes back. */
@ConfigMapping(prefix = "studio.submit")
public interface SubmitConfig {

    /** How long an answer waits for its outcome; past that it is 202 and says where to ask. */
    @WithDefault("2s")
    Duration waitBudget();

    /** Commands that may wait for their outcomes at a time; past that one more is refused. */
    @WithDefault("4096")
    @Min(1)
    @Max(1_000_000)
    int inFlightLimit();

    /** How long the broker may take to store a command. */
    @WithDefault("5s")
    Duration deliveryTimeout();

    /** Memory for commands that the broker has not stored yet, in bytes. */
    @WithDefault("33554432")
    @Min(1_048_576)
    long bufferBytes();

    /** Memory for the outcomes that can still be asked for, in bytes. */
    @WithDefault("16777216")
    @Min(1_048_576)
    long outcomeBytes();

    /** Records of each partition that are read again at the start, so that outcomes can be asked for after a restart. */
    @WithDefault("1000")
    @Min(0)
    long outcomesReadAgain();

    /** The pause before the outcomes are followed again after the broker was lost. */
    @WithDefault("500ms")
    Duration reconnectPause();
}
