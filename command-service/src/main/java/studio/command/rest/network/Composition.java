package studio.command.rest.network;

/** What can be asked in a batch, and what is said of each. */
enum Composition {
    ADD_SITE_CLASS(AddSiteClassRequest.class, Naming.IN_BODY),
    CHANGE_SITE_CLASS(ChangeSiteClassRequest.class, Naming.BESIDE),
    REMOVE_SITE_CLASS(NoBody.class, Naming.BESIDE),
    COMPOSE_PROCESS(ComposeProcessRequest.class, Naming.IN_BODY),
    COMPOSE_INGRESS(ComposeIngressRequest.class, Naming.IN_BODY),
    COMPOSE_EGRESS(ComposeEgressRequest.class, Naming.IN_BODY),
    CHANGE_PROCESS(ChangeProcessRequest.class, Naming.BESIDE),
    CHANGE_INGRESS(ChangeIngressRequest.class, Naming.BESIDE),
    CHANGE_EGRESS(ChangeEgressRequest.class, Naming.BESIDE),
    REMOVE_ENDPOINT(NoBody.class, Naming.BESIDE),
    LINK_SERVICE(LinkServiceRequest.class, Naming.IN_BODY),
    CHANGE_SERVICE_LINK(ChangeServiceLinkRequest.class, Naming.BESIDE),
    UNLINK_SERVICE(NoBody.class, Naming.BESIDE);

    private final Class<? extends Record> body;
    private final Naming naming;

    Composition(Class<? extends Record> body, Naming naming) {
        this.body = body;
        this.naming = naming;
    }

    /** What its body is read as. */
    Class<? extends Record> body() {
        return body;
    }

    /** Says whether what it is about is named beside the body, as it is in a path otherwise. */
    boolean isNamedBeside() {
        return naming == Naming.BESIDE;
    }

    private enum Naming {
        IN_BODY,
        BESIDE
    }

    /** Nothing is said. */
    record NoBody() {}
}
