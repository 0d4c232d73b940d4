package studio.projection.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.StreamKey;
import studio.domain.network.Home;
import studio.domain.network.HomeCommand.ReportHome;
import studio.feed.server.Liveness;
import studio.feed.source.Subject;

/** Which homes and interior sites are there and which are lost, and what of that the log was told. On the feed's event loop. */
final class Presences {

    private static final String AT = "at=";

    private final KnownItems known;
    private final Map<StreamSource, Liveness> liveness = new HashMap<>();
    private final Map<Boards.Spot, Presence> presences = new HashMap<>();

    /** What is true of one, and what was said. */
    private static final class Presence {

        private boolean present;
        private Optional<Boolean> said = Optional.empty();
        private boolean underWay;
        private Optional<Home.Address> address = Optional.empty();
    }

    Presences(KnownItems known) {
        this.known = known;
    }

    /**
     * That one is there, or lost.
     *
     * @param stream  of its network or backbone
     * @param actor   who says so
     * @param command how it is said
     */
    record News(StreamKey stream, Actor actor, Command command, Runnable told, Runnable untold) {

        void done(boolean written) {
            (written ? told : untold).run();
        }
    }

    /** A session begins. */
    void begun(StreamSource source, Subject subject, Set<String> capabilities, Instant now) {
        heard(source, subject, now);
        Presence presence = presence(source, subject);
        presence.present = true;
        Optional<Home.Address> address = address(capabilities);
        if (!address.equals(presence.address)) {
            presence.address = address;
            presence.said = Optional.empty();
        }
    }

    /** Where a home's sites find it: it says so among what it can do. */
    private static Optional<Home.Address> address(Set<String> capabilities) {
        return capabilities.stream()
                .filter(capability -> capability.startsWith(AT))
                .findFirst()
                .map(capability -> capability.substring(AT.length()))
                .flatMap(InteriorReports::address)
                .map(at -> new Home.Address(at.host(), at.ports().from()));
    }

    /** Somebody is still there. */
    void heard(StreamSource source, Subject subject, Instant now) {
        of(source).heard(subject, now);
    }

    /** One that was there before this instance began: it is lost if it does not come back. */
    void expect(StreamSource source, Subject subject, Instant now) {
        of(source).expect(subject, now);
    }

    /** One that another instance serves now. */
    void forget(StreamSource source, Subject subject) {
        of(source).forget(subject);
        presences.remove(new Boards.Spot(source, subject));
    }

    private Liveness of(StreamSource source) {
        return liveness.computeIfAbsent(source, first -> new Liveness());
    }

    private Presence presence(StreamSource source, Subject subject) {
        return presences.computeIfAbsent(new Boards.Spot(source, subject), first -> new Presence());
    }

    /** Time has passed; what is to be said now. */
    List<News> tick(Instant now) {
        liveness.forEach((source, present) -> present.tick(now)
                .forEach(transition -> presence(source, transition.subject()).present = transition.present()));
        List<News> news = new ArrayList<>();
        presences.forEach((spot, presence) -> news(spot, presence).ifPresent(news::add));
        return news;
    }

    private Optional<News> news(Boards.Spot spot, Presence presence) {
        if (presence.underWay || presence.said.equals(Optional.of(presence.present))) {
            return Optional.empty();
        }
        return command(spot, presence)
                .flatMap(command -> Requests.actor(spot.source(), spot.subject())
                        .map(actor -> news(spot, presence, command, actor)));
    }

    private static News news(Boards.Spot spot, Presence presence, Command command, Actor actor) {
        boolean present = presence.present;
        presence.underWay = true;
        return new News(
                spot.source().stream(),
                actor,
                command,
                () -> {
                    presence.underWay = false;
                    presence.said = Optional.of(present);
                },
                () -> presence.underWay = false);
    }

    private Optional<Command> command(Boards.Spot spot, Presence presence) {
        return switch (spot.subject()) {
            case Subject.Home home ->
                Optional.of(
                        presence.present
                                ? new ReportHome(Home.Reach.ACTIVE, presence.address)
                                : new ReportHome(Home.Reach.LOST));
            case Subject.Site site ->
                InteriorReports.name(known.of(spot.source(), site))
                        .map(name -> new ReportInteriorSite(
                                name,
                                presence.present
                                        ? ReportInteriorSite.Sighting.ACTIVE
                                        : ReportInteriorSite.Sighting.LOST));
        };
    }
}
