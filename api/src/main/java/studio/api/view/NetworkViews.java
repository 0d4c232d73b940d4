package studio.api.view;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.api.json.Word;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.StreamKey;
import studio.domain.network.Attachment;
import studio.domain.network.EdgeLink;
import studio.domain.network.Home;
import studio.domain.network.Label;
import studio.domain.network.MemberInvitation;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.domain.network.Ref;
import studio.domain.network.SiteClass;

/** Makes the views of networks and of those who take part in them. */
public final class NetworkViews {

    private NetworkViews() {}

    static NetworkView network(Network network) {
        ObjectMeta meta = network.meta();
        Network.Spec spec = network.spec();
        return new NetworkView(
                meta.name(),
                meta.uid().toString(),
                Views.state(network),
                Views.cause(network),
                spec.owners(),
                spec.readers(),
                spec.backbone().value(),
                Views.names(spec.accessPoints()),
                network.vanId(),
                spec.schedule().startTime(),
                spec.schedule().endTime(),
                spec.schedule().deleteDelaySeconds(),
                network instanceof Network.Deleting deleting ? Optional.of(deleting.purgeAt()) : Optional.empty(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    static BackboneAttachmentView attachment(StreamKey stream, Attachment attachment) {
        ObjectMeta meta = attachment.meta();
        return new BackboneAttachmentView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                Views.state(attachment),
                Views.cause(attachment),
                attachment instanceof Attachment.Ready ready ? Optional.of(target(ready.endpoint())) : Optional.empty(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    private static BackboneAttachmentView.TargetView target(Attachment.Endpoint endpoint) {
        return new BackboneAttachmentView.TargetView(
                endpoint.attachment().toString(),
                endpoint.accessPoint().toString(),
                endpoint.host(),
                endpoint.port(),
                endpoint.authority());
    }

    static HomeView home(StreamKey stream, Home home) {
        ObjectMeta meta = home.meta();
        return new HomeView(
                stream.name().value(),
                meta.uid().toString(),
                Views.state(home),
                Word.of(home.spec().placement()),
                home.spec().tokenHash().isPresent(),
                home.spec().keyDigest().map(Digest::hex),
                home.knownAddress(),
                home instanceof Home.Running running ? Optional.of(running.since()) : Optional.empty(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    static SiteClassView siteClass(StreamKey stream, SiteClass siteClass) {
        ObjectMeta meta = siteClass.meta();
        return new SiteClassView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                labels(siteClass.labels()),
                Word.of(siteClass.proposedPolicy()),
                siteClass.sites(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    static InvitationView invitation(StreamKey stream, MemberInvitation invitation) {
        ObjectMeta meta = invitation.meta();
        MemberInvitation.Terms terms = invitation.spec().terms();
        return new InvitationView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                Views.state(invitation),
                Views.names(terms.siteClasses()),
                terms.joinDeadline(),
                terms.instanceLimit(),
                invitation.admitted(),
                terms.instanceLimit().map(limit -> Math.max(0, limit - invitation.admitted())),
                terms.namePrefix().map(Name::value),
                terms.interactive(),
                Views.names(terms.requiredMetadata()),
                terms.ownSite(),
                invitation.spec().tokenHashes().size(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    static EdgeLinkView edgeLink(StreamKey stream, EdgeLink link) {
        ObjectMeta meta = link.meta();
        return new EdgeLinkView(
                stream.name().value(),
                link.invitation().value(),
                link.accessPoint().value(),
                meta.uid().toString(),
                link.priority(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    static MemberSiteView site(StreamKey stream, MemberSite site) {
        ObjectMeta meta = site.meta();
        MemberSite.Spec spec = site.spec();
        return new MemberSiteView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                Views.state(site),
                Views.cause(site),
                since(site),
                spec.invitation().name().value(),
                spec.siteClasses().stream()
                        .map(Ref::name)
                        .map(Name::value)
                        .sorted()
                        .toList(),
                Word.of(spec.platform()),
                labels(spec.metadata()),
                new MemberSiteView.PolicyView(
                        Word.of(spec.policy().mode()), spec.policy().until()),
                spec.paused(),
                spec.keyDigest().hex(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    /** Since when a site is connected or lost. */
    public static Optional<Instant> since(MemberSite site) {
        return site instanceof MemberSite.Connected connected ? Optional.of(connected.since()) : Optional.empty();
    }

    static SortedMap<String, String> labels(Collection<Label> labels) {
        SortedMap<String, String> map = new TreeMap<>();
        labels.forEach(label -> map.put(label.key(), label.value()));
        return map;
    }
}
