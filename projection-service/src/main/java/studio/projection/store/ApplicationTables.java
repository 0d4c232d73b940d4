package studio.projection.store;

import java.util.List;
import studio.api.json.Word;
import studio.api.view.ApplicationViews;
import studio.domain.network.Deployment;
import studio.domain.network.Endpoint;
import studio.domain.network.Ref;
import studio.domain.network.ServiceLink;

/** The tables of what applications are made of. */
final class ApplicationTables {

    /** All of them. */
    static final List<EntityTable<?>> ALL = List.of(endpoints(), serviceLinks(), deployments());

    private ApplicationTables() {}

    private static EntityTable<Endpoint> endpoints() {
        return EntityTable.of(
                "endpoints",
                Endpoint.KIND,
                EntityTable.Key.named(NetworkTables.NETWORK),
                List.of(
                        Column.text("type", endpoint -> Word.of(endpoint.getClass())),
                        Column.text("digest", Endpoint::digest),
                        Column.array(
                                "allocated_sites",
                                endpoint -> endpoint.allocation().sites().stream()
                                        .map(Ref::uid)
                                        .toList()),
                        Column.array(
                                "allocated_classes",
                                endpoint -> endpoint.allocation().siteClasses().stream()
                                        .map(Ref::uid)
                                        .toList())));
    }

    private static EntityTable<ServiceLink> serviceLinks() {
        return EntityTable.of(
                "service_links",
                ServiceLink.KIND,
                EntityTable.Key.named(NetworkTables.NETWORK),
                List.of(
                        Column.text("service", ServiceLink::service),
                        Column.text("scope", link -> Word.of(link.scope())),
                        Column.text("distribution", link -> Word.of(link.distribution()))));
    }

    private static EntityTable<Deployment> deployments() {
        return EntityTable.of(
                "deployments",
                Deployment.KIND,
                EntityTable.Key.named(NetworkTables.NETWORK),
                List.of(
                        Column.uid("endpoint", Deployment::endpoint),
                        Column.uid("site", Deployment::site),
                        EntityTables.state(),
                        EntityTables.cause(),
                        Column.optionalText(
                                "decision",
                                deployment -> deployment.verdict().map(verdict -> Word.of(verdict.getClass()))),
                        Column.optionalText(
                                "decided_digest",
                                deployment -> deployment.verdict().map(Deployment.Verdict::digest)),
                        Column.optionalText(
                                "reason", deployment -> deployment.verdict().flatMap(ApplicationViews::reason)),
                        Column.optionalText("held", Deployment::held),
                        Column.time("since", Deployment::since)));
    }
}
