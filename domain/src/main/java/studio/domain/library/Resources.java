package studio.domain.library;

import java.util.Optional;

/**
 * What one instance asks of its platform; what is absent is left to the platform.
 *
 * @param cpuMillis       processor time, in thousandths of a core
 * @param memoryMebibytes memory, in MiB
 */
public record Resources(Optional<Integer> cpuMillis, Optional<Integer> memoryMebibytes) {

    /** Nothing in particular. */
    public static final Resources UNSAID = new Resources(Optional.empty(), Optional.empty());

    /** The most processor time: a thousand cores. */
    public static final int MAX_CPU_MILLIS = 1_000_000;

    /** The most memory: 16 TiB. */
    public static final int MAX_MEMORY_MEBIBYTES = 16_777_216;
}
