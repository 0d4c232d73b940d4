package studio.domain.network;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import studio.domain.kernel.CanonicalForm;
import studio.domain.kernel.Name;
import studio.domain.library.ImageSnapshot;

/**
 * What a participant decides about as one: an endpoint with its own connectors and listeners. It says what the network wants and
 * nothing about where: no address, no site and no peer, so that it is the same for every site and a digest can stand for it.
 *
 * <p>The canonical form begins with {@code endpoint-group/1} and has one line for each value: the field, the value's length in UTF-8
 * bytes, the value. In this order:
 *
 * <ul>
 *   <li>{@code kind} ({@code process}, {@code ingress}, {@code egress}) and {@code name};
 *   <li>of a process {@code library}, {@code image}, {@code version}, {@code content} (the digest of all that the version says, the
 *       artifacts of all platforms included), {@code replicas}, {@code env} (how many) and each variable's {@code key} and
 *       {@code value} by key; of an ingress {@code service}, {@code port}, {@code slots}, {@code exposure}, {@code fan}; of an egress
 *       {@code service} and, where it is said, {@code host} and {@code port};
 *   <li>{@code bindings} (how many) and by role, service and link each one's {@code role}, {@code service}, {@code link} (the uid, in
 *       place of the address), {@code scope}, {@code distribution}.
 * </ul>
 */
public sealed interface Group {

    /** What a digest begins with: the version of the canonical form and of the hash. */
    String PREFIX = "d1:";

    /** The endpoint's name. */
    Name name();

    /** Its parts in service links. */
    Set<Binding> bindings();

    /** Its canonical form. */
    CanonicalForm form();

    /** What stands for it in decisions: {@value #PREFIX} and the SHA-256 of the canonical form in hexadecimal. */
    default String digest() {
        return PREFIX + form().digest();
    }

    /** Those of its parts in service links in which it serves, in order. */
    default Stream<Binding> offers() {
        return bindings().stream().filter(Binding::offers).sorted();
    }

    /** Those of its parts in service links in which it connects, in order. */
    default Stream<Binding> requires() {
        return bindings().stream().filter(Binding::requires).sorted();
    }

    /** Says whether it serves in that link. */
    default boolean offersIn(ServiceLink link) {
        return offers().anyMatch(binding -> binding.isOf(link));
    }

    /**
     * A process of an image.
     *
     * @param name     the endpoint's name
     * @param image    the image's version
     * @param replicas how many instances
     * @param env      its variables beside the image's
     * @param bindings its parts in service links
     */
    record OfProcess(Name name, ImageSnapshot image, int replicas, List<Label> env, Set<Binding> bindings)
            implements Group {

        /** Keeps its own copies. */
        public OfProcess {
            env = List.copyOf(env);
            bindings = Set.copyOf(bindings);
        }

        @Override
        public CanonicalForm form() {
            CanonicalForm form = begin("process", name)
                    .add("library", image.library())
                    .add("image", image.image())
                    .add("version", image.version())
                    .add("content", image.digest())
                    .add("replicas", replicas)
                    .add(
                            "env",
                            sorted(env),
                            (list, variable) -> list.add("key", variable.key()).add("value", variable.value()));
            return end(form, bindings);
        }

        /**
         * A name and port at which the process looks for a service.
         *
         * @param host    the name, which is an alias there
         * @param port    the port
         * @param binding the process's part in the link that serves
         */
        public record Listener(Name host, int port, Binding binding) {}

        /** Where the process looks for services that are linked. */
        public Stream<Listener> listeners() {
            return image.content().requires().stream()
                    .flatMap(required -> requires()
                            .filter(binding ->
                                    binding.service().equals(required.service().toString()))
                            .map(binding -> new Listener(required.host(), required.port(), binding)));
        }

        /**
         * A port at which the process answers a service that is linked.
         *
         * @param port    the port
         * @param binding the process's part in the link
         */
        public record Connector(int port, Binding binding) {}

        /** Where the process answers services that are linked. */
        public Stream<Connector> connectors() {
            return image.content().offers().stream()
                    .flatMap(offered -> offers().filter(binding ->
                                    binding.service().equals(offered.service().toString()))
                            .map(binding -> new Connector(offered.port(), binding)));
        }

        OfProcess with(Set<Binding> others) {
            return new OfProcess(name, image, replicas, env, others);
        }
    }

    /**
     * A way in.
     *
     * @param name     the endpoint's name
     * @param spec     what it is
     * @param bindings its part in a service link, if it has one
     */
    record OfIngress(Name name, Endpoint.IngressSpec spec, Set<Binding> bindings) implements Group {

        /** Keeps its own copy. */
        public OfIngress {
            bindings = Set.copyOf(bindings);
        }

        @Override
        public CanonicalForm form() {
            CanonicalForm form = begin("ingress", name)
                    .add("service", spec.service())
                    .add("port", spec.port())
                    .add("slots", spec.slots())
                    .add("exposure", spec.exposure())
                    .add("fan", spec.fan());
            return end(form, bindings);
        }

        /** Says whether it has a listener for each site that offers its service. */
        public boolean fans() {
            return spec.fan() == Endpoint.Fan.PER_OFFERING_SITE;
        }

        OfIngress with(Set<Binding> others) {
            return new OfIngress(name, spec, others);
        }
    }

    /**
     * A way out.
     *
     * @param name     the endpoint's name
     * @param spec     what it is
     * @param bindings its part in a service link, if it has one
     */
    record OfEgress(Name name, Endpoint.EgressSpec spec, Set<Binding> bindings) implements Group {

        /** Keeps its own copy. */
        public OfEgress {
            bindings = Set.copyOf(bindings);
        }

        @Override
        public CanonicalForm form() {
            CanonicalForm form = begin("egress", name)
                    .add("service", spec.service())
                    .add("host", spec.host())
                    .add("port", spec.port());
            return end(form, bindings);
        }

        OfEgress with(Set<Binding> others) {
            return new OfEgress(name, spec, others);
        }
    }

    private static CanonicalForm begin(String kind, Name name) {
        return new CanonicalForm("endpoint-group/1").add("kind", kind).add("name", name);
    }

    private static CanonicalForm end(CanonicalForm form, Set<Binding> bindings) {
        return form.add(
                "bindings",
                bindings.stream().sorted().toList(),
                (list, binding) -> list.add("role", binding.role())
                        .add("service", binding.service())
                        .add("link", binding.link().uid())
                        .add("scope", binding.scope())
                        .add("distribution", binding.distribution()));
    }

    private static List<Label> sorted(List<Label> env) {
        return env.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
