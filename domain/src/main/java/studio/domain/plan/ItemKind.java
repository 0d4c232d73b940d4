package studio.domain.plan;

/** What sort of thing is planned. */
public enum ItemKind {
    /** A process of an image. */
    PROCESS(true),
    /** Where a process serves the network. */
    CONNECTOR(true),
    /** Where the network serves a process. */
    LISTENER(true),
    /** A way into the application, or one of its listeners. */
    INGRESS(true),
    /** One of the listeners of an ingress that fans out. */
    INSTANCE(true),
    /** A way out of the application. */
    EGRESS(true),
    /** A connection to the backbone. */
    LINK(false),
    /** What the site's participant decided. */
    DECISION(false),
    /** A certificate of the site's. */
    CERTIFICATE(false),
    /** How an interior router proves itself and whom it trusts. */
    PROFILE(false),
    /** Where an interior router listens. */
    ROUTER_LISTENER(false),
    /** Where an interior router connects. */
    ROUTER_CONNECTOR(false),
    /** What those who come to an interior router may do there. */
    VHOST(false),
    /** The application is to stand still. */
    HALT(false),
    /** Nothing of the network is to be left. */
    DECOMMISSION(false);

    private final boolean ofEndpoint;

    ItemKind(boolean ofEndpoint) {
        this.ofEndpoint = ofEndpoint;
    }

    /** Says whether it is part of an endpoint, and so stands still with the application. */
    public boolean isOfEndpoint() {
        return ofEndpoint;
    }
}
