package studio.standin.core;

/** Takes a stream's bytes. What it is given while full it keeps; who fills it is to wait until it is ready. */
public interface ByteSink {

    /** Takes these bytes. */
    void write(byte[] bytes);

    /** Is there too much in it? */
    boolean full();

    /** No more bytes come; those before arrive. */
    void end();

    /** The source is broken: whoever reads is to see that, too. */
    void abort();
}
