package studio.projection.store;

/** Another projector writes these tables now. */
final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FencedException() {
        super("another projector has moved the position");
    }
}
