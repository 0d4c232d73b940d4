package studio.domain.network;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.NETWORK_DELETING;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;
import static studio.domain.network.NetworkDecider.unlessDeleting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.domain.certificate.CertificateEvent.CertificateRequested;
import studio.domain.certificate.Pem;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Uid;
import studio.domain.network.Home.Placement;
import studio.domain.network.Home.Reach;
import studio.domain.network.HomeCommand.ClaimHome;
import studio.domain.network.HomeCommand.InviteHome;
import studio.domain.network.HomeCommand.PlaceHome;
import studio.domain.network.HomeCommand.ReportHome;
import studio.domain.network.HomeEvent.HomeClaimed;
import studio.domain.network.HomeEvent.HomeInvited;
import studio.domain.network.HomeEvent.HomePlaced;
import studio.domain.network.HomeEvent.HomeReported;

/** The rules for the network's home. */
final class HomeRules {

    private HomeRules() {}

    static Decision<NetworkEvent> decide(HomeCommand command, Network network, Entities entities, Facts facts) {
        return switch (command) {
            case PlaceHome c -> unlessDeleting(network, () -> place(c, entities, facts));
            case InviteHome c -> unlessDeleting(network, () -> existing(entities, home -> invite(c, home)));
            case ClaimHome c -> existing(entities, home -> claim(c, home, network, facts));
            case ReportHome c -> existing(entities, home -> report(c, home));
        };
    }

    private static Decision<NetworkEvent> existing(Entities entities, Function<Home, Decision<NetworkEvent>> decide) {
        return find(entities).map(decide).orElseGet(() -> unknown(entities));
    }

    private static Optional<Home> find(Entities entities) {
        return entities.find(Home.KIND, entities.stream().name());
    }

    private static Decision<NetworkEvent> unknown(Entities entities) {
        return reject(Rejection.notFound(Home.KIND.key(entities.stream().name())));
    }

    /** The orchestrator only sees to it that there is a home; which one is the owner's to say. */
    private static Decision<NetworkEvent> place(PlaceHome command, Entities entities, Facts facts) {
        boolean there = find(entities)
                .filter(home -> home.spec().placement() == command.placement()
                        || facts.actor().sameAs(Actor.BACKBONE_ORCHESTRATOR))
                .isPresent();
        if (there) {
            return accept();
        }
        Uid uid = facts.ids().next();
        List<NetworkEvent> events = new ArrayList<>();
        events.add(new HomePlaced(uid, command.placement()));
        if (command.placement() == Placement.MANAGED) {
            events.add(new CertificateRequested(facts.ids().next(), NetworkCertificates.home(uid)));
        }
        return accept(events);
    }

    private static Decision<NetworkEvent> invite(InviteHome command, Home home) {
        boolean waits = home instanceof Home.Requested
                && home.spec().placement() == Placement.OWN
                && home.spec().keyDigest().isEmpty();
        if (!waits) {
            return reject(WRONG_STATE, "only an own home whose place nobody has claimed takes a token");
        }
        return home.spec().tokenHash().equals(Optional.of(command.tokenHash()))
                ? accept()
                : accept(new HomeInvited(command.tokenHash()));
    }

    /** A token is used once; the same key asks for what it has been given. */
    private static Decision<NetworkEvent> claim(ClaimHome command, Home home, Network network, Facts facts) {
        if (home.spec().keyDigest().equals(Optional.of(command.keyDigest()))) {
            return accept();
        }
        if (!home.spec().tokenHash().equals(Optional.of(command.tokenHash()))) {
            return reject(Rejection.notFound(home.key()));
        }
        Optional<String> request = Optional.of(command.certificateRequest());
        return unless(
                deleting(network).or(() -> Pem.flawedRequest("certificateRequest", request)),
                () -> accept(List.of(
                        new HomeClaimed(command.keyDigest()),
                        new CertificateRequested(
                                facts.ids().next(),
                                NetworkCertificates.home(home.meta().uid()),
                                request))));
    }

    private static Optional<Rejection> deleting(Network network) {
        return network instanceof Network.Deleting
                ? Optional.of(Rejection.of(
                        NETWORK_DELETING, "network '" + network.meta().name() + "' is being deleted"))
                : Optional.empty();
    }

    private static Decision<NetworkEvent> report(ReportHome command, Home home) {
        return unless(flaw(command), () -> switch (home) {
            case Home.Requested h -> reject(WRONG_STATE, "the home has no certificate yet");
            case Home.Ready h
            when command.reach() == Reach.LOST -> reject(WRONG_STATE, "the home was not heard of yet");
            case Home.Ready h -> accept(new HomeReported(command.reach(), command.address()));
            case Home.Running h -> again(command, h);
        });
    }

    private static Decision<NetworkEvent> again(ReportHome command, Home.Running home) {
        Optional<Home.Address> moved =
                command.address().filter(address -> !home.address().equals(Optional.of(address)));
        return home.reach() == command.reach() && moved.isEmpty()
                ? accept()
                : accept(new HomeReported(command.reach(), moved));
    }

    private static Optional<Rejection> flaw(ReportHome command) {
        return command.address()
                .flatMap(address -> EndpointFlaws.ofHost("address.host", address.host())
                        .or(() -> EndpointFlaws.ofPort("address.port", address.port())));
    }
}
