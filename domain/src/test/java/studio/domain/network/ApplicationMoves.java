package studio.domain.network;

import static studio.domain.network.LiveApplication.OWNER;
import static studio.domain.network.LiveApplication.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import studio.domain.kernel.Change;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;

/** What may happen to an application; few names, so that they meet. */
final class ApplicationMoves {

    private static final List<String> CLASSES = List.of("gold", "silver", "bronze");
    private static final List<String> SITES = List.of("athens", "bern", "cairo", "delhi");
    private static final int MAX_INVITED = 12;

    private final LiveApplication shop;
    private final RandomGenerator random;
    private final CompositionMoves composition;
    private int invited;

    ApplicationMoves(LiveApplication shop, RandomGenerator random) {
        this.shop = shop;
        this.random = random;
        this.composition = new CompositionMoves(random, shop.entities());
    }

    /** Something happens, or is refused. */
    void move() {
        switch (random.nextInt(20)) {
            case 0, 1 -> siteOrClass();
            case 2 -> network();
            case 3 -> member();
            case 4, 5, 6 -> shop.submit(OWNER, composition.endpoint());
            case 7, 8, 9 -> shop.submit(OWNER, composition.link());
            default -> site().ifPresent(this::participant);
        }
    }

    private void siteOrClass() {
        String name = composition.oneOf(SITES);
        if (random.nextInt(3) == 0) {
            String siteClass = composition.oneOf(CLASSES);
            if (shop.entities().find(SiteClass.KIND, Name.of(siteClass)).isEmpty()) {
                shop.siteClass(siteClass);
            } else if (random.nextInt(4) == 0) {
                shop.submit(OWNER, new SiteClassCommand.RemoveSiteClass(Name.of(siteClass), random.nextBoolean()));
            }
        } else if (shop.entities().find(MemberSite.KIND, Name.of(name)).isEmpty() && invited++ < MAX_INVITED) {
            Ref[] classes = shop.entities().list(SiteClass.KIND).stream()
                    .filter(any -> random.nextBoolean())
                    .map(SiteClass::ref)
                    .toArray(Ref[]::new);
            shop.site(name, random.nextBoolean() ? AcceptancePolicy.ASK : AcceptancePolicy.ACCEPT_ALL, classes);
        }
    }

    private void network() {
        switch (random.nextInt(4)) {
            case 0 -> shop.submit(OWNER, new NetworkCommand.SuspendNetwork("audit"));
            case 1 -> connect();
            default -> shop.submit(OWNER, new NetworkCommand.ResumeNetwork());
        }
    }

    /** An attachment is there, or not, and some invitation has a link to it. */
    private void connect() {
        Name paris = Name.of("paris");
        List<Change> changes = new ArrayList<>();
        changes.add(Change.put(
                random.nextBoolean()
                        ? new Attachment.Requested(shop.meta("paris", shop.uid("paris")))
                        : new Attachment.Ready(
                                shop.meta("paris", shop.uid("paris")),
                                new Attachment.Endpoint(
                                        shop.uid("attachment"),
                                        shop.uid("point"),
                                        "paris.example",
                                        random.nextInt(1, 9),
                                        "PEM"))));
        shop.entities().list(MemberInvitation.KIND).stream()
                .filter(any -> random.nextInt(3) == 0)
                .map(invitation -> Name.of(invitation.meta().name()))
                .map(invitation -> new EdgeLink(
                        shop.meta(invitation + ".paris", shop.uid("link")), invitation, paris, random.nextInt(1, 4)))
                .forEach(link -> changes.add(Change.put(link)));
        shop.change(changes);
    }

    private void member() {
        Name site =
                composition.known(MemberSite.KIND, SITES.stream().map(Name::of).toList());
        shop.submit(
                OWNER,
                switch (random.nextInt(6)) {
                    case 0 -> new MemberCommand.RenameSite(site, Name.of(composition.oneOf(SITES)));
                    case 1, 2 -> new MemberCommand.ReclassifySite(site, composition.classes());
                    case 3 -> new MemberCommand.PauseSite(site);
                    case 4 -> new MemberCommand.ResumeSite(site);
                    default -> new MemberCommand.EvictSite(site, "lost");
                });
    }

    private Optional<Ref> site() {
        List<Ref> sites = shop.entities().list(MemberSite.KIND).stream()
                .map(MemberSite::ref)
                .toList();
        return sites.isEmpty() ? Optional.empty() : Optional.of(composition.oneOf(sites));
    }

    private void participant(Ref site) {
        if (shop.member(site).isMember()) {
            shop.submit(agent(site), random.nextInt(8) == 0 ? ofAgent(site.uid()) : composition.said(site.uid()));
        }
    }

    private MemberCommand ofAgent(Uid site) {
        return random.nextInt(4) == 0
                ? new MemberCommand.LeaveNetwork(site)
                : new MemberCommand.SetAcceptancePolicy(site, AcceptancePolicy.ACCEPT_ALL);
    }
}
