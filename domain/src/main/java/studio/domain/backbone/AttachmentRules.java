package studio.domain.backbone;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.IN_USE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.domain.backbone.BackboneCommand.AdmitHome;
import studio.domain.backbone.BackboneCommand.AllowMember;
import studio.domain.backbone.BackboneCommand.AttachNetwork;
import studio.domain.backbone.BackboneCommand.ChangeAttachment;
import studio.domain.backbone.BackboneCommand.DenyMember;
import studio.domain.backbone.BackboneCommand.OfAttachment;
import studio.domain.backbone.BackboneCommand.RecordAttachmentReady;
import studio.domain.backbone.BackboneCommand.ReleaseAttachment;
import studio.domain.backbone.BackboneEvent.AttachmentChanged;
import studio.domain.backbone.BackboneEvent.AttachmentReady;
import studio.domain.backbone.BackboneEvent.AttachmentReleased;
import studio.domain.backbone.BackboneEvent.HomeAdmitted;
import studio.domain.backbone.BackboneEvent.MemberAllowed;
import studio.domain.backbone.BackboneEvent.MemberDenied;
import studio.domain.backbone.BackboneEvent.NetworkAttached;
import studio.domain.backbone.NetworkAttachment.Authority;
import studio.domain.certificate.Pem;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Few;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;

/** The rules for attachments of networks. */
final class AttachmentRules {

    /** Sites that can be kept out of one attachment. */
    static final int MAX_DENIED = 5_000;

    /** Networks that one access point can take, whatever its ports: its router listens for each of them. */
    static final int MAX_PER_POINT = 1_000;

    private AttachmentRules() {}

    static Decision<BackboneEvent> attach(AttachNetwork command, Entities entities, Facts facts) {
        Optional<AccessPoint> offered = entities.find(AccessPoint.KIND, command.accessPoint())
                .filter(point -> point.spec().offeredTo().meet(command.owners()));
        // Whoever is not offered the access point learns nothing of whether it exists.
        return offered.map(point -> attach(command, point, entities, facts))
                .orElseGet(() -> reject(Rejection.ofField(
                        NOT_FOUND,
                        "accessPoint",
                        "no access-point '" + command.accessPoint() + "' is offered to the owners of network '"
                                + command.network() + "'")));
    }

    private static Decision<BackboneEvent> attach(
            AttachNetwork command, AccessPoint point, Entities entities, Facts facts) {
        List<NetworkAttachment> others = at(command.accessPoint()::equals, entities);
        Optional<NetworkAttachment> same = others.stream()
                .filter(other -> other.spec().networkUid().equals(command.networkUid()))
                .findFirst();
        return same.map(attachment -> again(command, attachment))
                .orElseGet(
                        () -> unless(flaw(command, point, entities), () -> attachNew(command, point, others, facts)));
    }

    private static Decision<BackboneEvent> again(AttachNetwork command, NetworkAttachment attachment) {
        if (attachment instanceof NetworkAttachment.Draining) {
            return reject(WRONG_STATE, "the network's attachment to it is being taken away");
        }
        return attachment.admission().authority().equals(command.authority())
                ? accept()
                : reject(Rejection.ofField(ALREADY_EXISTS, "accessPoint", "the network is attached to it already"));
    }

    private static Optional<Rejection> flaw(AttachNetwork command, AccessPoint point, Entities entities) {
        Name name = command.accessPoint();
        boolean going = point instanceof AccessPoint.Deleting
                || entities.get(InteriorSite.KIND, point.spec().site()) instanceof InteriorSite.Deleting;
        if (going) {
            return Optional.of(Rejection.of(WRONG_STATE, "access point '" + name + "' is being removed"));
        }
        if (point.knownAddress().isEmpty()) {
            return Optional.of(
                    Rejection.of(WRONG_STATE, "nobody has said yet where access point '" + name + "' listens"));
        }
        return Limits.owners("owners", command.owners()).or(() -> flaw(command.authority()));
    }

    private static Optional<Rejection> flaw(Authority authority) {
        return Pem.flawedChain("authority.chain", Optional.of(authority.chain()));
    }

    private static Decision<BackboneEvent> attachNew(
            AttachNetwork command, AccessPoint point, List<NetworkAttachment> others, Facts facts) {
        PortRange ports = point.knownAddress().orElseThrow().ports();
        Set<Integer> taken = others.stream().map(other -> other.spec().port()).collect(Collectors.toSet());
        OptionalInt free = IntStream.rangeClosed(ports.from(), ports.to())
                .filter(port -> !taken.contains(port))
                .findFirst();
        if (free.isEmpty() || others.size() >= MAX_PER_POINT) {
            int most = Math.min(ports.size(), MAX_PER_POINT);
            return reject(
                    LIMIT_REACHED,
                    "access point '" + command.accessPoint() + "' takes at most " + most
                            + (most == 1 ? " network" : " networks") + ", one on each of its ports " + ports);
        }
        return accept(new NetworkAttached(
                facts.ids().next(),
                command.network(),
                command.networkUid(),
                command.accessPoint(),
                free.getAsInt(),
                command.authority()));
    }

    static Decision<BackboneEvent> decide(OfAttachment command, Entities entities) {
        return switch (command) {
            case ChangeAttachment c -> existing(c, entities, attachment -> change(c, attachment));
            case RecordAttachmentReady c -> existing(c, entities, attachment -> ready(c, attachment));
            case DenyMember c -> existing(c, entities, attachment -> deny(c, attachment));
            case AllowMember c ->
                existing(
                        c,
                        entities,
                        attachment -> attachment.admission().denied().contains(c.site())
                                ? accept(new MemberAllowed(c.attachment(), c.site()))
                                : accept());
            case AdmitHome c ->
                existing(
                        c,
                        entities,
                        attachment -> attachment.admission().home().equals(Optional.of(c.home()))
                                ? accept()
                                : accept(new HomeAdmitted(c.attachment(), c.home())));
            case ReleaseAttachment c -> release(c, entities);
        };
    }

    private static Decision<BackboneEvent> existing(
            OfAttachment command, Entities entities, Function<NetworkAttachment, Decision<BackboneEvent>> decide) {
        return entities.find(NetworkAttachment.KIND.key(command.attachment()))
                .map(NetworkAttachment.class::cast)
                .map(decide)
                .orElseGet(() -> reject(Rejection.notFound(NetworkAttachment.KIND.key(command.attachment()))));
    }

    private static Decision<BackboneEvent> change(ChangeAttachment command, NetworkAttachment attachment) {
        return attachment.admission().authority().equals(command.authority())
                ? accept()
                : unless(
                        flaw(command.authority()),
                        () -> accept(
                                new AttachmentChanged(command.attachment(), command.authority(), command.endOld())));
    }

    private static Decision<BackboneEvent> ready(RecordAttachmentReady command, NetworkAttachment attachment) {
        return attachment instanceof NetworkAttachment.Requested
                ? accept(new AttachmentReady(command.attachment()))
                : accept();
    }

    private static Decision<BackboneEvent> deny(DenyMember command, NetworkAttachment attachment) {
        Set<?> denied = attachment.admission().denied();
        if (denied.contains(command.site())) {
            return accept();
        }
        return denied.size() < MAX_DENIED
                ? accept(new MemberDenied(command.attachment(), command.site()))
                : reject(LIMIT_REACHED, "an attachment keeps out at most " + MAX_DENIED + " sites");
    }

    /** Releasing what is gone is what the caller wants: it may have gone with its site. */
    private static Decision<BackboneEvent> release(ReleaseAttachment command, Entities entities) {
        return entities.find(NetworkAttachment.KIND.key(command.attachment())).isPresent()
                ? accept(new AttachmentReleased(command.attachment()))
                : accept();
    }

    /** The attachments to those access points. */
    static List<NetworkAttachment> at(Predicate<Name> accessPoints, Entities entities) {
        return entities.list(NetworkAttachment.KIND).stream()
                .filter(attachment -> accessPoints.test(attachment.spec().accessPoint()))
                .toList();
    }

    /** Why something can't go that networks are attached to. */
    static Rejection inUse(List<NetworkAttachment> attachments) {
        List<String> networks = attachments.stream()
                .map(attachment -> attachment.spec().network().value())
                .distinct()
                .toList();
        return Rejection.of(
                IN_USE, "networks are attached to it: " + Few.of(networks) + "; detach them or ask for cascade");
    }
}
