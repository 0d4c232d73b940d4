package studio.agent.member;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.agent.feed.Feed;

/** Looks for what can be wrong with a site, and says what to do about it. */
public final class Doctor {

    private static final Duration OLD = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofDays(2);
    private static final long LITTLE = 100L << 20;

    private final MemberSite site;
    private final Feed feed;
    private final SiteKeys keys;
    private final Clock clock;

    Doctor(MemberSite site, Feed feed, SiteKeys keys, Clock clock) {
        this.site = site;
        this.feed = feed;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * One thing that was looked at.
     *
     * @param name   what
     * @param ok     whether it is well
     * @param detail what was found
     * @param hint   what to do about it
     */
    public record Check(String name, boolean ok, String detail, Optional<String> hint) {

        private static Check of(String name, boolean ok, String detail, String hint) {
            return new Check(name, ok, detail, Optional.of(hint).filter(any -> !ok));
        }
    }

    /** Looks at everything. */
    public List<Check> examine() {
        List<Check> checks = new ArrayList<>();
        checks.add(certificate());
        checks.add(home());
        checks.add(document());
        checks.add(router());
        checks.add(accessPoint());
        checks.add(disk());
        site.view().ifPresent(view -> checks.add(leftovers(view)));
        return checks;
    }

    private Check certificate() {
        Optional<SiteKeys.Leaf> leaf = keys.newest();
        if (leaf.isEmpty()) {
            return Check.of("certificate", false, "there is none", "join the network again");
        }
        Instant end = leaf.get().certificate().getNotAfter().toInstant();
        Instant now = clock.instant();
        String detail = "number " + leaf.get().ordinal() + ", valid until " + end;
        return now.isBefore(end)
                ? Check.of(
                        "certificate",
                        now.plus(SOON).isBefore(end) || feed.isLive(),
                        detail,
                        "it ends soon and is renewed by the network's home, which can't be reached")
                : Check.of("certificate", false, detail, "it is too late to renew it: join the network again");
    }

    private Check home() {
        String place =
                site.enrolment().feed().host() + ":" + site.enrolment().feed().port();
        Optional<String> flaw = feed.isLive()
                ? Optional.empty()
                : Reachability.flaw(
                        site.enrolment().feed().host(), site.enrolment().feed().port());
        return Check.of(
                "home",
                feed.isLive(),
                feed.isLive()
                        ? "connected to " + (feed.isRouted() ? "it through the routers" : place)
                        : place + ": " + flaw.orElse("answers, but not as a home yet"),
                "what was accepted goes on meanwhile; see that this machine can connect to " + place
                        + ", or its router to the access point");
    }

    private Check document() {
        Optional<Duration> age = feed.lastHeard().map(heard -> Duration.between(heard, clock.instant()));
        boolean known = feed.documents().newest().isPresent();
        return Check.of(
                "document",
                known && age.filter(old -> old.compareTo(OLD) < 0).isPresent(),
                !known
                        ? "none has come yet"
                        : age.map(old -> "last heard " + old.toSeconds() + " s ago")
                                .orElse("from an earlier life of the agent"),
                "it may be older than what the network wants now, until its home can be reached");
    }

    private Check router() {
        boolean runs = site.router().running().isPresent();
        String state = site.view().map(view -> view.router().state()).orElse("starting");
        boolean ok = runs && !state.equals("unreachable");
        return Check.of(
                "router",
                ok,
                runs
                        ? "runs and is " + state
                        : "does not run: "
                                + String.join(" | ", site.router().log().tail(3)),
                "it is started again by itself; its log is in "
                        + site.router().log().file());
    }

    private Check accessPoint() {
        Optional<String> place = site.view()
                .flatMap(MemberView::link)
                .or(() -> site.enrolment().links().stream()
                        .map(link -> link.target().host() + ":" + link.target().port())
                        .findFirst());
        if (place.isEmpty()) {
            return Check.of("access-point", false, "the document names none yet", "ask the network's owner");
        }
        int colon = place.get().lastIndexOf(':');
        Optional<String> flaw = Reachability.flaw(
                place.get().substring(0, colon), Integer.parseInt(place.get().substring(colon + 1)));
        boolean connected = site.view()
                .filter(view -> view.router().state().equals("connected"))
                .isPresent();
        String why = site.view().flatMap(view -> view.router().detail()).orElse("the router is not connected");
        return Check.of(
                "access-point",
                flaw.isEmpty() && connected,
                place.get() + (flaw.isPresent() ? ": " + flaw.get() : connected ? " is connected" : ": " + why),
                "see that this machine can resolve and connect to " + place.get());
    }

    private Check disk() {
        try {
            long free = Files.getFileStore(site.directory()).getUsableSpace();
            return Check.of(
                    "disk",
                    free > LITTLE && Files.isWritable(site.directory()),
                    (free >> 20) + " MiB are free for " + site.directory(),
                    "make room, or nothing new can be kept or run");
        } catch (IOException e) {
            return Check.of("disk", false, String.valueOf(e), "see that " + site.directory() + " can be written");
        }
    }

    private static Check leftovers(MemberView view) {
        return Check.of(
                "leftovers",
                view.leftovers().isEmpty(),
                view.leftovers().isEmpty()
                        ? "nothing is left that should be gone"
                        : String.join("; ", view.leftovers()),
                "it is tried again and again; remove it by hand if it stays");
    }
}
