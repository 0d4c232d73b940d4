package studio.domain.library;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.domain.kernel.Digest;

/**
 * What runs on each platform; a version need not be for all of them.
 *
 * @param kubernetes the container on Kubernetes
 * @param docker     the container on Docker
 * @param podman     the container on Podman
 * @param linux      the archive on a Linux host
 */
public record Artifacts(
        Optional<ContainerReference> kubernetes,
        Optional<ContainerReference> docker,
        Optional<ContainerReference> podman,
        Optional<Archive> linux) {

    /** Says whether there is nothing for any platform. */
    public boolean isEmpty() {
        return containers().findAny().isEmpty() && linux.isEmpty();
    }

    /** Its containers. */
    public Stream<ContainerReference> containers() {
        return Stream.of(kubernetes, docker, podman).flatMap(Optional::stream);
    }

    /**
     * What a Linux host fetches, unpacks and runs.
     *
     * @param url     where it is
     * @param sha256  the digest of its bytes
     * @param command the program within and its arguments, which no shell sees
     */
    public record Archive(ArchiveUrl url, Digest sha256, List<String> command) {

        /** The most parts of a command. */
        public static final int MAX_COMMAND = 100;

        /** The longest part of a command. */
        public static final int MAX_ARGUMENT = 1_000;

        /** Keeps its own copy. */
        public Archive {
            command = List.copyOf(command);
        }
    }
}
