package studio.thing.store;

/** A store that reads the environment by itself. */
public final class Things {

    @Override
    public String toString() {
        return "things in " + System.getenv("HOME");
    }
}
