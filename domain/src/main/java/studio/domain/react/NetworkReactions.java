package studio.domain.react;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.domain.StreamType;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.AdmitHome;
import studio.domain.backbone.BackboneCommand.AttachNetwork;
import studio.domain.backbone.BackboneCommand.ChangeAttachment;
import studio.domain.backbone.BackboneCommand.DenyMember;
import studio.domain.backbone.BackboneCommand.ReleaseAttachment;
import studio.domain.backbone.NetworkAttachment.Authority;
import studio.domain.certificate.CertificateEvent.CertificateExpired;
import studio.domain.certificate.CertificateEvent.CertificateIssued;
import studio.domain.certificate.CertificateEvent.TreeRevoked;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.certificate.Trust;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.Attachment;
import studio.domain.network.AttachmentEvent.AttachmentDropped;
import studio.domain.network.AttachmentEvent.AttachmentRecorded;
import studio.domain.network.AttachmentEvent.AttachmentRequested;
import studio.domain.network.AttachmentEvent.AttachmentWithdrawn;
import studio.domain.network.CertificateIndex;
import studio.domain.network.Home;
import studio.domain.network.HomeCommand.PlaceHome;
import studio.domain.network.HomeEvent.HomePlaced;
import studio.domain.network.MemberEvent.SiteEvicted;
import studio.domain.network.Network;
import studio.domain.network.NetworkDecider;
import studio.domain.network.NetworkEvent;
import studio.domain.network.NetworkEvent.NetworkDeleted;

/** What a network's events mean for its backbone, and for its home. Looks at the network's attachments, and at no site. */
public final class NetworkReactions {

    private NetworkReactions() {}

    /** What follows from that event, which happened to these entities. */
    public static List<Reaction> react(Recorded<NetworkEvent> recorded, Entities before) {
        Reaction.Collector reactions = new Reaction.Collector(before.stream(), recorded, Actor.BACKBONE_ORCHESTRATOR);
        switch (recorded.event()) {
            case AttachmentRequested e -> attach(e.accessPoint(), after(recorded, before), reactions);
            case CertificateIssued e
            when isAuthority(e.certificate(), before) -> authorise(e.certificate(), after(recorded, before), reactions);
            case TreeRevoked e -> readmit(after(recorded, before), reactions);
            case CertificateExpired e
            when isAuthority(e.certificate(), before) -> readmit(after(recorded, before), reactions);
            case AttachmentRecorded e -> settle(e.endpoint().attachment(), after(recorded, before), reactions);
            case HomePlaced e ->
                ready(before)
                        .forEach(there ->
                                tell(new AdmitHome(there.endpoint().attachment(), e.uid()), before, reactions));
            case SiteEvicted e ->
                ready(before)
                        .forEach(there -> tell(
                                new DenyMember(
                                        there.endpoint().attachment(), e.site().uid()),
                                before,
                                reactions));
            case AttachmentWithdrawn e -> release(e.accessPoint(), before, reactions);
            case AttachmentDropped e -> release(e.accessPoint(), before, reactions);
            case NetworkDeleted e -> ready(before).forEach(there -> release(there, before, reactions));
            case NetworkEvent e -> {}
        }
        return reactions.all();
    }

    /** Most events mean nothing here; what they change is worked out for the few that do. */
    private static Entities after(Recorded<NetworkEvent> recorded, Entities before) {
        Overlay after = new Overlay(before);
        after.apply(NetworkDecider.INSTANCE.evolve(recorded, before));
        return after;
    }

    private static boolean isAuthority(Uid certificate, Entities entities) {
        return certificate(certificate, entities).subject().kind() == CertificateSubject.Kind.NETWORK_CA;
    }

    /** The backbone has to know whom to let in, so it is asked when the network's authority is there. */
    private static void attach(Name accessPoint, Entities after, Reaction.Collector reactions) {
        Network network = network(after);
        authority(after)
                .ifPresent(authority -> tell(
                        new AttachNetwork(
                                after.stream().name(),
                                network.meta().uid(),
                                network.spec().owners(),
                                accessPoint,
                                authority),
                        after,
                        reactions));
    }

    private static void authorise(Uid certificate, Entities after, Reaction.Collector reactions) {
        Optional<Authority> authority =
                authority(after).filter(known -> known.certificate().equals(certificate));
        authority.ifPresent(known -> after.list(Attachment.KIND).forEach(attachment -> {
            switch (attachment) {
                case Attachment.Ready there ->
                    tell(new ChangeAttachment(there.endpoint().attachment(), known), after, reactions);
                case Attachment.Requested there -> attach(Name.of(there.meta().name()), after, reactions);
                case Attachment.Rejected there -> attach(Name.of(there.meta().name()), after, reactions);
                case Attachment.Withdrawn there -> {}
            }
        }));
    }

    /** An older authority is trusted no more; without another one the network is at its end. */
    private static void readmit(Entities after, Reaction.Collector reactions) {
        authority(after)
                .ifPresent(authority -> ready(after)
                        .forEach(there -> tell(
                                new ChangeAttachment(there.endpoint().attachment(), authority), after, reactions)));
    }

    /** The newest authority that was signed, with those before it that are trusted: its holders move from one to the other. */
    private static Optional<Authority> authority(Entities entities) {
        CertificateSubject subject = new CertificateSubject(
                CertificateSubject.Kind.NETWORK_CA, entities.stream().name());
        List<TlsCertificate> trusted = new ArrayList<>();
        Optional<TlsCertificate> next = entities.find(CertificateIndex.key(subject))
                .map(CertificateIndex.class::cast)
                .map(index -> certificate(index.newest(), entities));
        while (next.isPresent()) {
            next.filter(Trust::isTrusted).ifPresent(trusted::add);
            next = before(next.get(), entities);
        }
        return trusted.stream()
                .findFirst()
                .flatMap(newest -> newest.knownSigned()
                        .map(signed ->
                                new Authority(newest.meta().uid(), signed.fingerprint(), Trust.bundle(trusted))));
    }

    private static Optional<TlsCertificate> before(TlsCertificate certificate, Entities entities) {
        return certificate.lineage().supersedes().map(uid -> certificate(uid, entities));
    }

    private static TlsCertificate certificate(Uid uid, Entities entities) {
        return (TlsCertificate) entities.get(TlsCertificate.KIND.key(uid));
    }

    /** A network that can be reached is managed from somewhere; its owner may choose another place at any time. */
    private static void place(Entities after, Reaction.Collector reactions) {
        if (home(after).isEmpty()) {
            reactions.add(after.stream(), new PlaceHome(Home.Placement.MANAGED));
        }
    }

    /** The home, if it was placed before, is let in at the new attachment too. */
    private static void settle(Uid attachment, Entities after, Reaction.Collector reactions) {
        place(after, reactions);
        home(after).ifPresent(home -> tell(new AdmitHome(attachment, home), after, reactions));
    }

    private static Optional<Uid> home(Entities entities) {
        return entities.find(Home.KIND, entities.stream().name())
                .map(home -> home.meta().uid());
    }

    private static List<Attachment.Ready> ready(Entities entities) {
        return entities.list(Attachment.KIND).stream()
                .filter(Attachment.Ready.class::isInstance)
                .map(Attachment.Ready.class::cast)
                .toList();
    }

    private static void release(Name accessPoint, Entities before, Reaction.Collector reactions) {
        if (before.get(Attachment.KIND, accessPoint) instanceof Attachment.Ready there) {
            release(there, before, reactions);
        }
    }

    private static void release(Attachment.Ready there, Entities before, Reaction.Collector reactions) {
        tell(new ReleaseAttachment(there.endpoint().attachment()), before, reactions);
    }

    private static void tell(BackboneCommand command, Entities entities, Reaction.Collector reactions) {
        StreamKey backbone = StreamType.BACKBONE.key(network(entities).spec().backbone());
        reactions.add(backbone, command);
    }

    private static Network network(Entities entities) {
        return entities.get(Network.KIND, entities.stream().name());
    }
}
