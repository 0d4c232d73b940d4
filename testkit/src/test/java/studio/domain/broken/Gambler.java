package studio.domain.broken;

/** Draws lots, as nothing in the domain may; by full names, which a check of the source may overlook. */
public final class Gambler {

    String draw() {
        return java.util.UUID.randomUUID()
                + " " + java.util.concurrent.ThreadLocalRandom.current().nextInt()
                + java.lang.Math.random()
                + new java.security.SecureRandom();
    }
}
