package studio.domain.backbone;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.IN_USE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.domain.backbone.AccessPoint.Address;
import studio.domain.backbone.AccessPoint.Use;
import studio.domain.backbone.BackboneCommand.AddAccessPoint;
import studio.domain.backbone.BackboneCommand.ChangeAccessPoint;
import studio.domain.backbone.BackboneCommand.OfAccessPoint;
import studio.domain.backbone.BackboneCommand.RemoveAccessPoint;
import studio.domain.backbone.BackboneCommand.SetAccessPointAddress;
import studio.domain.backbone.BackboneEvent.AccessPointAdded;
import studio.domain.backbone.BackboneEvent.AccessPointAddressSet;
import studio.domain.backbone.BackboneEvent.AccessPointChanged;
import studio.domain.backbone.BackboneEvent.AccessPointRemovalRequested;
import studio.domain.backbone.BackboneEvent.AccessPointRemoved;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Decision;
import studio.domain.kernel.DnsName;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Few;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Rejection;

/** The rules for access points. */
final class AccessPointRules {

    /** Access points that one site can have. */
    static final int MAX_PER_SITE = 16;

    private AccessPointRules() {}

    static Decision<BackboneEvent> decide(OfAccessPoint command, Entities entities, Facts facts) {
        return switch (command) {
            case AddAccessPoint c -> add(c, entities, facts);
            case ChangeAccessPoint c -> existing(c, entities, point -> change(c, point));
            case SetAccessPointAddress c -> existing(c, entities, point -> setAddress(c, point, entities, facts));
            case RemoveAccessPoint c -> existing(c, entities, point -> remove(c, point, entities));
        };
    }

    private static Decision<BackboneEvent> existing(
            OfAccessPoint command, Entities entities, Function<AccessPoint, Decision<BackboneEvent>> decide) {
        return entities.find(AccessPoint.KIND, command.accessPoint())
                .map(decide)
                .orElseGet(() -> reject(Rejection.notFound(AccessPoint.KIND.key(command.accessPoint()))));
    }

    private static Decision<BackboneEvent> add(AddAccessPoint command, Entities entities, Facts facts) {
        if (entities.find(AccessPoint.KIND, command.accessPoint()).isPresent()) {
            return reject(Rejection.alreadyExists(AccessPoint.KIND.key(command.accessPoint())));
        }
        Optional<InteriorSite> site = entities.find(InteriorSite.KIND, command.site());
        if (site.isEmpty()) {
            return reject(Rejection.ofField(NOT_FOUND, "site", "there is no interior-site '" + command.site() + "'"));
        }
        if (site.get() instanceof InteriorSite.Deleting) {
            return reject(goingSite(command.site()));
        }
        List<AccessPoint> siblings = ofSite(command.site(), entities);
        if (siblings.size() >= MAX_PER_SITE) {
            return reject(LIMIT_REACHED, "a site has at most " + MAX_PER_SITE + " access points");
        }
        Optional<Rejection> flaw = command.address()
                .flatMap(address -> flaw(address, command.use(), siblings))
                .or(() -> flawedOffer(command.offeredTo(), command.use()));
        return unless(flaw, () -> accept(added(command, facts)));
    }

    private static List<BackboneEvent> added(AddAccessPoint command, Facts facts) {
        List<BackboneEvent> events = new ArrayList<>();
        events.add(new AccessPointAdded(
                command.accessPoint(), facts.ids().next(), command.site(), command.use(), command.offeredTo()));
        command.address().ifPresent(address -> {
            events.add(new AccessPointAddressSet(command.accessPoint(), address));
            events.add(new CertificateRequested(facts.ids().next(), subject(command.accessPoint())));
        });
        return events;
    }

    private static Decision<BackboneEvent> change(ChangeAccessPoint command, AccessPoint point) {
        if (point instanceof AccessPoint.Deleting) {
            return reject(going(command.accessPoint()));
        }
        return command.offeredTo().equals(point.spec().offeredTo())
                ? accept()
                : unless(
                        flawedOffer(command.offeredTo(), point.spec().use()),
                        () -> accept(new AccessPointChanged(command.accessPoint(), command.offeredTo())));
    }

    private static Decision<BackboneEvent> setAddress(
            SetAccessPointAddress command, AccessPoint point, Entities entities, Facts facts) {
        Optional<Address> known = point.knownAddress();
        if (known.filter(command.address()::equals).isPresent()) {
            return accept();
        }
        if (point instanceof AccessPoint.Deleting) {
            return reject(going(command.accessPoint()));
        }
        Name site = point.spec().site();
        if (entities.get(InteriorSite.KIND, site) instanceof InteriorSite.Deleting) {
            return reject(goingSite(site));
        }
        List<AccessPoint> siblings = ofSite(site, entities).stream()
                .filter(sibling -> !sibling.key().equals(point.key()))
                .toList();
        AccessPointAddressSet set = new AccessPointAddressSet(command.accessPoint(), command.address());
        boolean sameHost = known.map(Address::host)
                .filter(command.address().host()::equals)
                .isPresent();
        // A certificate names the host and no port, so other ports need no other certificate.
        return unless(
                flaw(command.address(), point.spec().use(), siblings).or(() -> flawedForAttached(command, entities)),
                () -> sameHost
                        ? accept(set)
                        : accept(List.of(set, anotherRequested(command.accessPoint(), entities, facts))));
    }

    /** Routers tell connections apart by the ordinal, so that it goes on though the certificates before it go. */
    private static BackboneEvent anotherRequested(Name accessPoint, Entities entities, Facts facts) {
        CertificateSubject subject = subject(accessPoint);
        int next = BackboneCertificates.HOLDERS
                        .newest(subject, entities)
                        .map(newest -> newest.lineage().ordinal())
                        .orElse(0)
                + 1;
        return new CertificateRequested(facts.ids().next(), subject, Optional.empty(), next);
    }

    private static CertificateSubject subject(Name accessPoint) {
        return new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT, accessPoint);
    }

    private static Optional<Rejection> flawedForAttached(SetAccessPointAddress command, Entities entities) {
        List<String> stranded = AttachmentRules.at(command.accessPoint()::equals, entities).stream()
                .map(NetworkAttachment::spec)
                .filter(spec -> !command.address().ports().contains(spec.port()))
                .map(spec -> spec.network() + " (" + spec.port() + ")")
                .toList();
        return stranded.isEmpty()
                ? Optional.empty()
                : Optional.of(Rejection.ofField(
                        IN_USE, "address.ports", "networks are attached on other ports: " + Few.of(stranded)));
    }

    private static Decision<BackboneEvent> remove(RemoveAccessPoint command, AccessPoint point, Entities entities) {
        if (point instanceof AccessPoint.Deleting) {
            return accept();
        }
        List<NetworkAttachment> attachments = AttachmentRules.at(command.accessPoint()::equals, entities);
        if (!attachments.isEmpty()) {
            return command.cascade()
                    ? accept(new AccessPointRemovalRequested(command.accessPoint()))
                    : reject(AttachmentRules.inUse(attachments));
        }
        List<String> links = entities.list(InterRouterLink.KIND).stream()
                .filter(link -> link.accessPoint().equals(command.accessPoint()))
                .map(link -> link.meta().name())
                .toList();
        return links.isEmpty() || command.cascade()
                ? accept(new AccessPointRemoved(command.accessPoint()))
                : reject(IN_USE, "links connect to it: " + Few.of(links) + "; remove them or ask for cascade");
    }

    private static Rejection going(Name accessPoint) {
        return Rejection.of(WRONG_STATE, "access point '" + accessPoint + "' is being removed");
    }

    private static Rejection goingSite(Name site) {
        return Rejection.of(WRONG_STATE, "site '" + site + "' is being removed");
    }

    /** Two listeners of one router can't share a port, and only member access points have one for each network. */
    private static Optional<Rejection> flaw(Address address, Use use, List<AccessPoint> siblings) {
        if (!DnsName.isValid(address.host())) {
            return Optional.of(Rejection.ofField(INVALID_VALUE, "address.host", DnsName.RULE));
        }
        if (use != Use.MEMBER && address.ports().size() > 1) {
            return Optional.of(Rejection.ofField(
                    INVALID_VALUE, "address.ports", "only a member access point has more than one port"));
        }
        return siblings.stream()
                .filter(sibling -> sibling.knownAddress()
                        .filter(other -> other.ports().overlaps(address.ports()))
                        .isPresent())
                .findFirst()
                .map(other -> Rejection.ofField(
                        INVALID_VALUE,
                        "address.ports",
                        "access point '" + other.meta().name() + "' of the same site uses some of these ports"));
    }

    private static Optional<Rejection> flawedOffer(Owners offeredTo, Use use) {
        return use == Use.MEMBER || offeredTo.isEmpty()
                ? Limits.owners("offeredTo", offeredTo)
                : Optional.of(Rejection.ofField(
                        INVALID_VALUE, "offeredTo", "only a member access point can be offered to users"));
    }

    private static List<AccessPoint> ofSite(Name site, Entities entities) {
        return entities.list(AccessPoint.KIND).stream()
                .filter(point -> point.spec().site().equals(site))
                .toList();
    }
}
