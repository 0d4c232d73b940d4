package studio.certificates.testing;

/** Waits for threads where nobody may throw. */
final class Uninterruptibles {

    private Uninterruptibles() {}

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
