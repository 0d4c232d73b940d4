package studio.api.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.api.json.Word;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.StreamKey;
import studio.domain.library.ImageSnapshot;
import studio.domain.network.Binding;
import studio.domain.network.Deployment;
import studio.domain.network.Endpoint;
import studio.domain.network.Group;
import studio.domain.network.Ref;
import studio.domain.network.ServiceLink;
import studio.domain.network.Slot;

/** Makes the views of applications. */
public final class ApplicationViews {

    private ApplicationViews() {}

    static View endpoint(StreamKey stream, Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Process process -> process(stream, process);
            case Endpoint.Ingress ingress -> ingress(stream, ingress);
            case Endpoint.Egress egress -> egress(stream, egress);
        };
    }

    private static ProcessView process(StreamKey stream, Endpoint.Process process) {
        ObjectMeta meta = process.meta();
        Group.OfProcess group = process.versions().current().group();
        return new ProcessView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                allocation(process),
                snapshot(group.image()),
                group.replicas(),
                NetworkViews.labels(group.env()),
                bindings(process),
                process.digest(),
                versions(process),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    private static ProcessView.SnapshotView snapshot(ImageSnapshot image) {
        return new ProcessView.SnapshotView(
                image.library().toString(),
                image.image().value(),
                image.version().value(),
                image.digest().hex());
    }

    private static IngressView ingress(StreamKey stream, Endpoint.Ingress ingress) {
        ObjectMeta meta = ingress.meta();
        Endpoint.IngressSpec spec = ingress.spec();
        return new IngressView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                allocation(ingress),
                spec.service(),
                spec.port(),
                spec.slots(),
                Word.of(spec.exposure()),
                Word.of(spec.fan()),
                ingress.slots().stream().map(ApplicationViews::slot).toList(),
                bindings(ingress),
                ingress.digest(),
                versions(ingress),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    private static EgressView egress(StreamKey stream, Endpoint.Egress egress) {
        ObjectMeta meta = egress.meta();
        Endpoint.EgressSpec spec = egress.versions().current().group().spec();
        return new EgressView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                allocation(egress),
                spec.service(),
                spec.host(),
                spec.port(),
                bindings(egress),
                egress.digest(),
                versions(egress),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    private static AllocationView allocation(Endpoint endpoint) {
        return new AllocationView(
                refs(endpoint.allocation().sites()), refs(endpoint.allocation().siteClasses()));
    }

    private static List<RefView> refs(Set<Ref> refs) {
        return refs.stream().sorted().map(ApplicationViews::ref).toList();
    }

    private static RefView ref(Ref ref) {
        return new RefView(ref.name().value(), ref.uid().toString());
    }

    private static IngressView.SlotView slot(Slot slot) {
        return new IngressView.SlotView(slot.site().toString(), slot.name().value(), slot.number());
    }

    private static List<BindingView> bindings(Endpoint endpoint) {
        return endpoint.group().bindings().stream()
                .sorted()
                .map(ApplicationViews::binding)
                .toList();
    }

    private static BindingView binding(Binding binding) {
        return new BindingView(
                ref(binding.link()),
                binding.service(),
                Word.of(binding.role()),
                Word.of(binding.scope()),
                Word.of(binding.distribution()));
    }

    private static List<HeldVersionView> versions(Endpoint endpoint) {
        return endpoint.versions()
                .all()
                .map(version -> new HeldVersionView(version.digest(), version.holders(), version.since()))
                .toList();
    }

    static ServiceLinkView link(StreamKey stream, ServiceLink link) {
        ObjectMeta meta = link.meta();
        return new ServiceLinkView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                link.service(),
                members(link, ServiceLink.Role.OFFERS),
                members(link, ServiceLink.Role.REQUIRES),
                Word.of(link.scope()),
                Word.of(link.distribution()),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    private static List<String> members(ServiceLink link, ServiceLink.Role role) {
        return link.members(role).map(Name::value).toList();
    }

    static DeploymentView deployment(StreamKey stream, Deployment deployment) {
        ObjectMeta meta = deployment.meta();
        return new DeploymentView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                deployment.endpoint().toString(),
                deployment.site().toString(),
                Views.state(deployment),
                Views.cause(deployment),
                deployment.since(),
                deployment.held(),
                deployment.verdict().map(ApplicationViews::verdict),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    /** Why a participant declined, if it did. */
    public static Optional<String> reason(Deployment.Verdict verdict) {
        return verdict instanceof Deployment.Declined declined ? Optional.of(declined.reason()) : Optional.empty();
    }

    private static DeploymentView.VerdictView verdict(Deployment.Verdict verdict) {
        return new DeploymentView.VerdictView(
                Word.of(verdict.getClass()),
                verdict.digest(),
                reason(verdict),
                verdict instanceof Deployment.Declined declined && declined.removed(),
                NetworkViews.labels(verdict instanceof Deployment.Accepted accepted ? accepted.inputs() : List.of()),
                verdict.given().seq(),
                verdict.given().decidedBy(),
                verdict.given().signature());
    }
}
