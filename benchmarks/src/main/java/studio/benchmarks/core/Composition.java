package studio.benchmarks.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.domain.StreamType;
import studio.domain.kernel.Name;
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
import studio.domain.network.Allocation;
import studio.domain.network.Endpoint;
import studio.domain.network.EndpointCommand.ChangeEndpoint;
import studio.domain.network.EndpointCommand.ComposeEgress;
import studio.domain.network.EndpointCommand.ComposeIngress;
import studio.domain.network.EndpointCommand.ComposeProcess;
import studio.domain.network.Label;
import studio.domain.network.NetworkCommand;
import studio.domain.network.ServiceLink;
import studio.domain.network.ServiceLink.Role;
import studio.domain.network.ServiceLink.Scope;
import studio.domain.network.ServiceLinkCommand.LinkService;

/**
 * An application of twenty components: in each store eight pairs of processes of which one serves the other, one that sends mail and
 * one that is watched; at headquarters the way out for mail, and a way in to each store that lets itself be watched.
 */
final class Composition {

    /** Runs in every store, and headquarters calls each by itself. */
    static final String WATCHED = "monitoring";

    /** Runs in every store. */
    static final String IN_STORES = "serve-1";

    static final Name STORES = Name.of("stores");
    static final Name HEADQUARTERS = Name.of("headquarters");
    static final int COMPONENTS = 20;

    private static final int PAIRS = 8;
    private static final int FIRST_PORT = 20_000;
    private static final int PORT = 5_432;
    private static final String WATCH = "acme/watch";
    private static final String MAIL = "acme/mail";

    private Composition() {}

    /** The commands that compose it, with room at headquarters for so many stores. */
    static List<NetworkCommand> commands(int slots) {
        List<NetworkCommand> commands = new ArrayList<>();
        for (int pair = 1; pair <= PAIRS; pair++) {
            String service = "acme/service-" + pair;
            commands.add(process("serve-" + pair, STORES, offering(service)));
            commands.add(process("call-" + pair, STORES, requiring(service)));
            Scope scope = pair % 2 == 0 ? Scope.SITE : Scope.SITE_CLASS;
            commands.add(link("service-" + pair, service, scope, "serve-" + pair, "call-" + pair));
        }
        commands.add(process(WATCHED, STORES, offering(WATCH)));
        commands.add(process("mailer", STORES, requiring(MAIL)));
        commands.add(new ComposeEgress(
                Name.of("mail"),
                at(HEADQUARTERS),
                new Endpoint.EgressSpec(MAIL, Optional.of("mail.example.com"), Optional.of(25))));
        commands.add(new ComposeIngress(
                Name.of("dashboards"),
                at(HEADQUARTERS),
                new Endpoint.IngressSpec(
                        WATCH, FIRST_PORT, slots, Endpoint.Exposure.CLUSTER, Endpoint.Fan.PER_OFFERING_SITE)));
        commands.add(link("mail", MAIL, Scope.NETWORK, "mail", "mailer"));
        commands.add(link("watch", WATCH, Scope.SITE, WATCHED, "dashboards"));
        return commands;
    }

    /** A change for all stores. */
    static NetworkCommand replicas(int replicas) {
        return new ChangeEndpoint(
                Name.of(IN_STORES),
                Optional.empty(),
                Optional.empty(),
                Optional.of(replicas),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ComposeProcess process(String name, Name siteClass, ImageContent content) {
        ImageSnapshot image = new ImageSnapshot(
                StreamType.LIBRARY.key(Name.of("acme")),
                1,
                Name.of(name),
                VersionName.of("1"),
                content,
                content.digest());
        return new ComposeProcess(Name.of(name), at(siteClass), image, 1, List.of(new Label("LOG", "info")));
    }

    private static Allocation.Wanted at(Name siteClass) {
        return new Allocation.Wanted(Set.of(), Set.of(siteClass));
    }

    private static ImageContent offering(String service) {
        return content(List.of(new OfferedService(ServiceName.parse(service), PORT, ServiceScope.NETWORK)), List.of());
    }

    private static ImageContent requiring(String service) {
        ServiceName name = ServiceName.parse(service);
        return content(List.of(), List.of(new RequiredService(name, name.name(), PORT, false)));
    }

    private static ImageContent content(List<OfferedService> offers, List<RequiredService> requires) {
        return new ImageContent(
                false,
                new Artifacts(
                        Optional.of(new ContainerReference("quay.io/acme/web@sha256:" + "ab".repeat(32))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Stream.of("GREETING", "LANGUAGE", "MODE", "REGION")
                        .map(name -> new EnvVariable(name, "value of " + name))
                        .toList(),
                Set.of(PORT),
                new Resources(Optional.of(250), Optional.empty()),
                offers,
                requires);
    }

    private static LinkService link(String name, String service, Scope scope, String offers, String requires) {
        return new LinkService(
                Name.of(name),
                service,
                Set.of(
                        new ServiceLink.Member(Name.of(offers), Role.OFFERS),
                        new ServiceLink.Member(Name.of(requires), Role.REQUIRES)),
                scope,
                ServiceLink.Distribution.BALANCED);
    }
}
