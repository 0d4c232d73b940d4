package studio.domain.library;

/** How far an offered service reaches. */
public enum ServiceScope {
    /** Everywhere in the network. */
    NETWORK,
    /** The sites of the same class. */
    SITE_CLASS,
    /** The site that it runs in. */
    SITE
}
