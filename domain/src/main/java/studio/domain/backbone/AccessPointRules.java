package studio.domain.backbone;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.IN_USE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import studio.domain.backbone.BackboneEvent.AccessPointRemoved;
import studio.domain.backbone.BackboneEvent.CertificateRequested;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;

/** The rules for access points. */
final class AccessPointRules {

    /** Access points that one site can have. */
    static final int MAX_PER_SITE = 16;

    private AccessPointRules() {}

    static Decision<BackboneEvent> decide(OfAccessPoint command, Entities entities, Facts facts) {
        if (command instanceof AddAccessPoint add) {
            return add(add, entities, facts);
        }
        return entities.find(AccessPoint.KIND, command.accessPoint())
                .map(point -> switch (command) {
                    case AddAccessPoint c -> add(c, entities, facts);
                    case ChangeAccessPoint c -> change(c, point);
                    case SetAccessPointAddress c -> setAddress(c, point, entities, facts);
                    case RemoveAccessPoint c -> remove(c, entities);
                })
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
            return reject(WRONG_STATE, "site '" + command.site() + "' is being removed");
        }
        List<AccessPoint> siblings = ofSite(command.site(), entities);
        if (siblings.size() >= MAX_PER_SITE) {
            return reject(LIMIT_REACHED, "a site has at most " + MAX_PER_SITE + " access points");
        }
        Optional<Rejection> flaw = command.address()
                .flatMap(address -> flaw(address, command.use(), siblings))
                .or(() -> flawedOffer(command.use(), !command.offeredTo().isEmpty()));
        if (flaw.isPresent()) {
            return reject(flaw.get());
        }
        List<BackboneEvent> events = new ArrayList<>();
        events.add(new AccessPointAdded(
                command.accessPoint(), facts.ids().next(), command.site(), command.use(), command.offeredTo()));
        command.address().ifPresent(address -> events.addAll(addressed(command.accessPoint(), address, facts)));
        return accept(events);
    }

    private static Decision<BackboneEvent> change(ChangeAccessPoint command, AccessPoint point) {
        Optional<Rejection> flaw =
                flawedOffer(point.spec().use(), !command.offeredTo().isEmpty());
        if (flaw.isPresent()) {
            return reject(flaw.get());
        }
        return command.offeredTo().equals(point.spec().offeredTo())
                ? accept()
                : accept(new AccessPointChanged(command.accessPoint(), command.offeredTo()));
    }

    private static Decision<BackboneEvent> setAddress(
            SetAccessPointAddress command, AccessPoint point, Entities entities, Facts facts) {
        if (point.knownAddress().filter(command.address()::equals).isPresent()) {
            return accept();
        }
        List<AccessPoint> siblings = ofSite(point.spec().site(), entities).stream()
                .filter(sibling -> !sibling.key().equals(point.key()))
                .toList();
        return flaw(command.address(), point.spec().use(), siblings)
                .<Decision<BackboneEvent>>map(Decision::reject)
                .orElseGet(() -> accept(addressed(command.accessPoint(), command.address(), facts)));
    }

    private static List<BackboneEvent> addressed(Name accessPoint, Address address, Facts facts) {
        return List.of(
                new AccessPointAddressSet(accessPoint, address),
                new CertificateRequested(
                        facts.ids().next(), new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT, accessPoint)));
    }

    private static Decision<BackboneEvent> remove(RemoveAccessPoint command, Entities entities) {
        List<String> links = entities.list(InterRouterLink.KIND).stream()
                .filter(link -> link.accessPoint().equals(command.accessPoint()))
                .map(link -> link.meta().name())
                .toList();
        return links.isEmpty() || command.cascade()
                ? accept(new AccessPointRemoved(command.accessPoint()))
                : reject(
                        IN_USE,
                        "links connect to it: " + String.join(", ", links) + "; remove them or ask for cascade");
    }

    /** Two listeners of one router can't share a port, and only member access points have one for each network. */
    private static Optional<Rejection> flaw(Address address, Use use, List<AccessPoint> siblings) {
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

    private static Optional<Rejection> flawedOffer(Use use, boolean offered) {
        return offered && use != Use.MEMBER
                ? Optional.of(Rejection.ofField(
                        INVALID_VALUE, "offeredTo", "only a member access point can be offered to users"))
                : Optional.empty();
    }

    private static List<AccessPoint> ofSite(Name site, Entities entities) {
        return entities.list(AccessPoint.KIND).stream()
                .filter(point -> point.spec().site().equals(site))
                .toList();
    }
}
