package studio.standin.core;

/** What the source of a stream hears of its sink. */
public interface StreamFeed {

    /** The sink has room again. */
    void ready();

    /** The sink is gone; nothing more may be written. */
    void broken();
}
