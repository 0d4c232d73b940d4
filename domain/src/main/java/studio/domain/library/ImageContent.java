package studio.domain.library;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import studio.domain.kernel.CanonicalForm;
import studio.domain.kernel.Digest;

/**
 * What a version of an image says. It never changes; what is asked for again is told by its digest, for which order means nothing.
 *
 * @param mutable   whether a container reference has no digest, so that what it names may change
 * @param artifacts what runs on each platform
 * @param env       its environment variables
 * @param ports     the TCP ports on which it listens
 * @param resources what one instance asks of its platform
 * @param offers    the services that it answers
 * @param requires  the services that it calls
 */
public record ImageContent(
        boolean mutable,
        Artifacts artifacts,
        List<EnvVariable> env,
        Set<Integer> ports,
        Resources resources,
        List<OfferedService> offers,
        List<RequiredService> requires) {

    /** Names the canonical form. Another form is another name, and never replaces this one for what was published in it. */
    private static final String FORM = "image-content/1";

    /** Keeps its own copies. */
    public ImageContent {
        env = List.copyOf(env);
        ports = Set.copyOf(ports);
        offers = List.copyOf(offers);
        requires = List.copyOf(requires);
    }

    /** The digest of the canonical form. */
    public Digest digest() {
        return canonicalForm().digest();
    }

    /** All that is said, always in the same order. */
    CanonicalForm canonicalForm() {
        CanonicalForm form = new CanonicalForm(FORM).add("mutable", mutable);
        form.add("kubernetes", artifacts.kubernetes())
                .add("docker", artifacts.docker())
                .add("podman", artifacts.podman());
        artifacts
                .linux()
                .ifPresent(archive -> form.add("linux.url", archive.url())
                        .add("linux.sha256", archive.sha256())
                        .add("linux.command", archive.command(), (list, part) -> list.add("part", part)));
        form.add(
                        "env",
                        sorted(env, Comparator.comparing(EnvVariable::name)),
                        (list, variable) -> list.add("name", variable.name()).add("value", variable.value()))
                .add("ports", ports.stream().sorted().toList(), (list, port) -> list.add("port", port))
                .add("cpuMillis", resources.cpuMillis())
                .add("memoryMebibytes", resources.memoryMebibytes());
        form.add("offers", sorted(offers, Comparator.comparing(OfferedService::service)), ImageContent::add);
        return form.add(
                "requires",
                sorted(requires, Comparator.comparing(RequiredService::host).thenComparingInt(RequiredService::port)),
                ImageContent::add);
    }

    private static void add(CanonicalForm form, OfferedService offer) {
        form.add("service", offer.service()).add("port", offer.port()).add("scope", offer.scope());
    }

    private static void add(CanonicalForm form, RequiredService requirement) {
        form.add("service", requirement.service())
                .add("host", requirement.host())
                .add("port", requirement.port())
                .add("optional", requirement.optional());
    }

    private static <T> List<T> sorted(List<T> elements, Comparator<T> order) {
        return elements.stream().sorted(order).toList();
    }
}
