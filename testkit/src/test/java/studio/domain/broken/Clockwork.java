package studio.domain.broken;

/** Reads clocks, as nothing in the domain may; by full names, which a check of the source may overlook. */
public final class Clockwork {

    String tick() {
        return java.lang.System.nanoTime() + " " + java.time.Instant.now() + java.time.Clock.systemUTC();
    }
}
