package studio.domain.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.library.Artifacts;
import studio.domain.library.ContainerReference;
import studio.domain.library.EnvVariable;
import studio.domain.library.ImageContent;
import studio.domain.library.ImageSnapshot;
import studio.domain.library.OfferedService;
import studio.domain.library.RequiredService;
import studio.domain.library.Resources;
import studio.domain.library.ServiceName;
import studio.domain.library.ServiceScope;
import studio.domain.library.VersionName;

/** Images of which networks hold snapshots. */
public final class Images {

    private static final int OFFERED_PORT = 8080;
    private static final int REQUIRED_PORT = 5432;

    private Images() {}

    /** Version 1 of an image that does nothing with services. */
    public static ImageSnapshot image(String name) {
        return image(name, "1", List.of(), List.of());
    }

    /** Version 1 of an image that offers these services, from port 8080 on. */
    public static ImageSnapshot offering(String name, String... services) {
        return image(name, "1", List.of(services), List.of());
    }

    /** Version 1 of an image that requires these services, each under its own name and from port 5432 on. */
    public static ImageSnapshot requiring(String name, String... services) {
        return image(name, "1", List.of(), List.of(services));
    }

    /** That version of an image that offers and requires these services. */
    public static ImageSnapshot image(String name, String version, List<String> offers, List<String> requires) {
        ImageContent content = new ImageContent(
                false,
                new Artifacts(
                        Optional.of(new ContainerReference("quay.io/acme/" + name + "@sha256:" + "ab".repeat(32))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(new EnvVariable("LOG", "info")),
                IntStream.range(0, offers.size())
                        .mapToObj(i -> OFFERED_PORT + i)
                        .collect(Collectors.toSet()),
                Resources.UNSAID,
                IntStream.range(0, offers.size())
                        .mapToObj(i -> new OfferedService(
                                ServiceName.parse(offers.get(i)), OFFERED_PORT + i, ServiceScope.NETWORK))
                        .toList(),
                IntStream.range(0, requires.size())
                        .mapToObj(i -> required(requires.get(i), REQUIRED_PORT + i))
                        .toList());
        return new ImageSnapshot(
                StreamKey.parse("library/acme"), 7, Name.of(name), VersionName.of(version), content, content.digest());
    }

    private static RequiredService required(String service, int port) {
        ServiceName name = ServiceName.parse(service);
        return new RequiredService(name, name.name(), port, false);
    }
}
