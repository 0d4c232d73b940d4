package studio.domain.backbone;

/** What a site's router runs on. */
public enum Platform {
    /** A namespace of a Kubernetes cluster. */
    KUBERNETES,
    /** A host with Docker. */
    DOCKER,
    /** A host with Podman. */
    PODMAN,
    /** A virtual or bare-metal Linux host. */
    LINUX
}
