package studio.domain.network;

import static studio.domain.network.LiveApplication.OWNER;
import static studio.domain.network.LiveApplication.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.library.ImageSnapshot;
import studio.domain.network.Endpoint.Exposure;
import studio.domain.network.Endpoint.Fan;
import studio.domain.network.ServiceLink.Distribution;
import studio.domain.network.ServiceLink.Member;
import studio.domain.network.ServiceLink.Role;
import studio.domain.network.ServiceLink.Scope;

/** What may happen to an application; few names, so that they meet. */
final class ApplicationMoves {

    private static final List<String> SERVICES = List.of("acme/orders", "acme/watch");
    private static final List<Name> ENDPOINTS =
            List.of(Name.of("backend"), Name.of("web"), Name.of("in"), Name.of("side"), Name.of("out"));
    private static final List<Name> LINKS = List.of(Name.of("left"), Name.of("right"), Name.of("up"));
    private static final List<String> CLASSES = List.of("gold", "silver", "bronze");
    private static final List<String> SITES = List.of("athens", "bern", "cairo", "delhi");
    private static final int MAX_INVITED = 12;

    private final LiveApplication shop;
    private final RandomGenerator random;
    private int invited;

    ApplicationMoves(LiveApplication shop, RandomGenerator random) {
        this.shop = shop;
        this.random = random;
    }

    /** Something happens, or is refused. */
    void move() {
        switch (random.nextInt(20)) {
            case 0, 1 -> siteOrClass();
            case 2 -> network();
            case 3 -> member();
            case 4, 5, 6 -> shop.submit(OWNER, endpoint());
            case 7, 8, 9 -> shop.submit(OWNER, link());
            default -> site().ifPresent(this::participant);
        }
    }

    private void siteOrClass() {
        String name = oneOf(SITES);
        if (random.nextInt(3) == 0) {
            String siteClass = oneOf(CLASSES);
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
        Name site = known(MemberSite.KIND, SITES.stream().map(Name::of).toList());
        shop.submit(
                OWNER,
                switch (random.nextInt(6)) {
                    case 0 -> new MemberCommand.RenameSite(site, Name.of(oneOf(SITES)));
                    case 1, 2 -> new MemberCommand.ReclassifySite(site, classes());
                    case 3 -> new MemberCommand.PauseSite(site);
                    case 4 -> new MemberCommand.ResumeSite(site);
                    default -> new MemberCommand.EvictSite(site, "lost");
                });
    }

    private EndpointCommand endpoint() {
        Name endpoint = known(Endpoint.KIND, ENDPOINTS);
        return switch (random.nextInt(10)) {
            case 0, 1 ->
                new EndpointCommand.ComposeProcess(oneOf(ENDPOINTS), where(), image(), random.nextInt(1, 3), List.of());
            case 2, 3 -> new EndpointCommand.ComposeIngress(oneOf(ENDPOINTS), where(), ingress());
            case 4 -> new EndpointCommand.ComposeEgress(oneOf(ENDPOINTS), where(), egress());
            case 5 -> new EndpointCommand.RemoveEndpoint(endpoint);
            default ->
                new EndpointCommand.ChangeEndpoint(
                        endpoint,
                        some(where()),
                        ofProcess(endpoint) ? some(image()) : Optional.empty(),
                        ofProcess(endpoint) ? some(random.nextInt(1, 5)) : Optional.empty(),
                        Optional.empty(),
                        isA(Endpoint.Ingress.class, endpoint) ? some(ingress()) : Optional.empty(),
                        isA(Endpoint.Egress.class, endpoint) ? some(egress()) : Optional.empty());
        };
    }

    private boolean ofProcess(Name endpoint) {
        return isA(Endpoint.Process.class, endpoint);
    }

    private boolean isA(Class<? extends Endpoint> type, Name endpoint) {
        return shop.entities()
                .find(Endpoint.KIND, endpoint)
                .filter(type::isInstance)
                .isPresent();
    }

    private <T> Optional<T> some(T value) {
        return Optional.of(value).filter(any -> random.nextBoolean());
    }

    private Allocation.Wanted where() {
        Set<Name> sites = shop.entities().list(MemberSite.KIND).stream()
                .filter(any -> random.nextInt(4) == 0)
                .map(site -> Name.of(site.meta().name()))
                .collect(Collectors.toSet());
        return new Allocation.Wanted(sites, classes());
    }

    private Set<Name> classes() {
        return shop.entities().list(SiteClass.KIND).stream()
                .filter(any -> random.nextBoolean())
                .map(siteClass -> Name.of(siteClass.meta().name()))
                .collect(Collectors.toSet());
    }

    private ImageSnapshot image() {
        List<String> offers =
                SERVICES.stream().filter(any -> random.nextInt(3) > 0).toList();
        List<String> requires =
                SERVICES.stream().filter(any -> random.nextInt(3) == 0).toList();
        return Images.image("app", oneOf(List.of("1", "2")), offers, requires);
    }

    private Endpoint.IngressSpec ingress() {
        Fan fan = random.nextInt(4) > 0 ? Fan.PER_OFFERING_SITE : Fan.SINGLE;
        return new Endpoint.IngressSpec(
                oneOf(SERVICES),
                9000 + random.nextInt(3),
                fan == Fan.SINGLE ? 1 : random.nextInt(1, 4),
                oneOf(List.of(Exposure.CLUSTER, Exposure.CLUSTER, Exposure.HOST_PORT)),
                fan);
    }

    private Endpoint.EgressSpec egress() {
        return new Endpoint.EgressSpec(oneOf(SERVICES), some("target.example"), Optional.of(80));
    }

    private ServiceLinkCommand link() {
        Name link = known(ServiceLink.KIND, LINKS);
        return switch (random.nextInt(6)) {
            case 0, 1, 2 -> {
                String service = oneOf(SERVICES);
                yield new ServiceLinkCommand.LinkService(
                        oneOf(LINKS), service, members(service), scope(), distribution());
            }
            case 3, 4 ->
                new ServiceLinkCommand.ChangeServiceLink(
                        link,
                        shop.entities().find(ServiceLink.KIND, link).map(present -> members(present.service())),
                        some(scope()),
                        some(distribution()));
            default -> new ServiceLinkCommand.UnlinkService(link);
        };
    }

    /** Mostly those who can. */
    private Set<Member> members(String service) {
        return shop.entities().list(Endpoint.KIND).stream()
                .filter(any -> random.nextInt(4) > 0)
                .flatMap(endpoint -> Stream.of(Role.values())
                        .filter(role -> does(endpoint, service, role))
                        .map(role -> new Member(endpoint.ref().name(), role)))
                .collect(Collectors.toSet());
    }

    private static boolean does(Endpoint endpoint, String service, Role role) {
        return switch (endpoint) {
            case Endpoint.Process process ->
                ServiceLinkRules.does(
                        process.versions().current().group().image().content(), service, role);
            case Endpoint.Ingress ingress ->
                role == Role.REQUIRES && ingress.spec().service().equals(service);
            case Endpoint.Egress egress -> role == Role.OFFERS;
        };
    }

    private Scope scope() {
        return oneOf(List.of(Scope.values()));
    }

    private Distribution distribution() {
        return oneOf(List.of(Distribution.values()));
    }

    private Optional<Ref> site() {
        List<Ref> sites = shop.entities().list(MemberSite.KIND).stream()
                .map(MemberSite::ref)
                .toList();
        return sites.isEmpty() ? Optional.empty() : Optional.of(oneOf(sites));
    }

    private void participant(Ref site) {
        List<Endpoint> endpoints = shop.entities().list(Endpoint.KIND);
        if (endpoints.isEmpty() || !shop.member(site).isMember()) {
            return;
        }
        Endpoint endpoint = oneOf(endpoints);
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> shop.submit(agent(site), shop.acceptance(site, List.of(choice(endpoint, site))));
            case 3, 4 ->
                shop.submit(
                        agent(site), shop.refusal(site, "no", random.nextBoolean(), List.of(choice(endpoint, site))));
            case 5 ->
                shop.submit(
                        agent(site),
                        random.nextInt(4) == 0
                                ? new MemberCommand.LeaveNetwork(site.uid())
                                : new MemberCommand.SetAcceptancePolicy(site.uid(), AcceptancePolicy.ACCEPT_ALL));
            default ->
                shop.submit(
                        agent(site),
                        new MemberCommand.ReportSite(site.uid(), shop.nextSeq(site), List.of(report(endpoint, site))));
        }
    }

    private Deployment.Choice choice(Endpoint endpoint, Ref site) {
        return new Deployment.Choice(endpoint.meta().uid(), digest(endpoint, site), Set.of());
    }

    private Deployment.Report report(Endpoint endpoint, Ref site) {
        return new Deployment.Report(
                endpoint.meta().uid(),
                some(digest(endpoint, site)),
                some("crashed").filter(any -> random.nextBoolean()));
    }

    /** Mostly the current version, sometimes the one that the site holds, or any. */
    private String digest(Endpoint endpoint, Ref site) {
        return switch (random.nextInt(6)) {
            case 0 ->
                Deployment.find(endpoint, site.uid(), shop.entities())
                        .flatMap(Deployment::held)
                        .orElse("d1:never");
            case 1 ->
                oneOf(endpoint.versions().all().map(Versions.Version::digest).toList());
            default -> endpoint.digest();
        };
    }

    private Name known(Kind<? extends Entity> kind, List<Name> names) {
        List<Name> present = shop.entities().list(kind).stream()
                .map(entity -> Name.of(entity.meta().name()))
                .toList();
        return oneOf(present.isEmpty() || random.nextInt(8) == 0 ? names : present);
    }

    private <T> T oneOf(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
