package studio.domain.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.library.ImageSnapshot;
import studio.domain.network.Endpoint.Exposure;
import studio.domain.network.Endpoint.Fan;
import studio.domain.network.ServiceLink.Distribution;
import studio.domain.network.ServiceLink.Member;
import studio.domain.network.ServiceLink.Role;
import studio.domain.network.ServiceLink.Scope;

/** What may be asked of an application's composition, and what sites make of it; few names, so that they meet. */
public final class CompositionMoves {

    private static final List<String> SERVICES = List.of("acme/orders", "acme/watch");
    private static final List<Name> ENDPOINTS =
            List.of(Name.of("backend"), Name.of("web"), Name.of("in"), Name.of("side"), Name.of("out"));
    private static final List<Name> LINKS = List.of(Name.of("left"), Name.of("right"), Name.of("up"));
    private static final String TARGET = "target.example";
    private static final String SIGNATURE = "c2lnbmVk";
    private static final String NO_DIGEST = "d1:never";
    private static final Uid NONE = new Uid(new UUID(0, 0));

    private final RandomGenerator random;
    private final Entities entities;

    /** Moves for a network of which these are the entities. */
    public CompositionMoves(RandomGenerator random, Entities entities) {
        this.random = random;
        this.entities = entities;
    }

    /** Somebody composes, changes or removes a process, an ingress or an egress. */
    public EndpointCommand endpoint() {
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
                        isA(Endpoint.Egress.class, endpoint) ? some(egress()) : Optional.empty(),
                        Optional.empty());
        };
    }

    private boolean ofProcess(Name endpoint) {
        return isA(Endpoint.Process.class, endpoint);
    }

    private boolean isA(Class<? extends Endpoint> type, Name endpoint) {
        return entities.find(Endpoint.KIND, endpoint).filter(type::isInstance).isPresent();
    }

    private <T> Optional<T> some(T value) {
        return Optional.of(value).filter(any -> random.nextBoolean());
    }

    private Allocation.Wanted where() {
        Set<Name> sites = entities.list(MemberSite.KIND).stream()
                .filter(any -> random.nextInt(4) == 0)
                .map(site -> Name.of(site.meta().name()))
                .collect(Collectors.toSet());
        return new Allocation.Wanted(sites, classes());
    }

    /** Some of the classes that there are. */
    Set<Name> classes() {
        return entities.list(SiteClass.KIND).stream()
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
        return new Endpoint.EgressSpec(oneOf(SERVICES), some(TARGET), Optional.of(80));
    }

    /** Somebody links or unlinks a service. */
    public ServiceLinkCommand link() {
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
                        entities.find(ServiceLink.KIND, link).map(present -> members(present.service())),
                        some(scope()),
                        some(distribution()));
            default -> new ServiceLinkCommand.UnlinkService(link);
        };
    }

    /** Mostly those who can. */
    private Set<Member> members(String service) {
        return entities.list(Endpoint.KIND).stream()
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

    /** A site's participant decides about an endpoint, or its agent says how that does. */
    public NetworkCommand said(Uid site) {
        Optional<Endpoint> endpoint = endpoint(site);
        return switch (random.nextInt(7)) {
            case 0, 1, 2 ->
                new DecisionCommand.AcceptChanges(
                        site, seq(site), List.of(choice(endpoint, site, inputs(endpoint))), "pat", SIGNATURE);
            case 3, 4 ->
                new DecisionCommand.DeclineChanges(
                        site,
                        seq(site),
                        List.of(choice(endpoint, site, Set.of())),
                        "no",
                        random.nextBoolean(),
                        "pat",
                        SIGNATURE);
            default -> new MemberCommand.ReportSite(site, seq(site), List.of(report(endpoint, site)));
        };
    }

    /** Mostly one that is meant for the site. */
    private Optional<Endpoint> endpoint(Uid site) {
        List<Endpoint> all = entities.list(Endpoint.KIND);
        List<Endpoint> meant = all.stream()
                .filter(endpoint -> SiteIndex.find(site, entities)
                        .filter(present -> endpoint.allocation().includes(present, entities))
                        .isPresent())
                .toList();
        List<Endpoint> some = meant.isEmpty() || random.nextInt(6) == 0 ? all : meant;
        return some.isEmpty() ? Optional.empty() : Optional.of(oneOf(some));
    }

    /** Mostly a number that was not there before. */
    private long seq(Uid site) {
        long last = SiteIndex.find(site, entities)
                .map(present ->
                        Math.max(present.spec().lastDecision(), present.spec().lastReport()))
                .orElse(0L);
        return random.nextInt(8) == 0 ? last : last + random.nextInt(1, 3);
    }

    private Deployment.Choice choice(Optional<Endpoint> endpoint, Uid site, Set<Label> inputs) {
        return new Deployment.Choice(uid(endpoint), digest(endpoint, site), inputs);
    }

    private static Uid uid(Optional<Endpoint> endpoint) {
        return endpoint.map(present -> present.meta().uid()).orElse(NONE);
    }

    /** Mostly what the endpoint asks for. */
    private Set<Label> inputs(Optional<Endpoint> endpoint) {
        boolean asks = endpoint.filter(present -> present instanceof Endpoint.Egress egress
                        && egress.versions().current().group().spec().host().isEmpty())
                .isPresent();
        return asks && random.nextInt(4) > 0 ? Set.of(new Label(EndpointFlaws.HOST, TARGET)) : Set.of();
    }

    private Deployment.Report report(Optional<Endpoint> endpoint, Uid site) {
        return new Deployment.Report(
                uid(endpoint), some(digest(endpoint, site)), some("crashed").filter(any -> random.nextBoolean()));
    }

    /** Mostly the current version, sometimes the one that the site holds, or any. */
    private String digest(Optional<Endpoint> endpoint, Uid site) {
        return endpoint.map(present -> digest(present, site)).orElse(NO_DIGEST);
    }

    private String digest(Endpoint endpoint, Uid site) {
        return switch (random.nextInt(6)) {
            case 0 ->
                Deployment.find(endpoint, site, entities)
                        .flatMap(Deployment::held)
                        .orElse(NO_DIGEST);
            case 1 ->
                oneOf(endpoint.versions().all().map(Versions.Version::digest).toList());
            default -> endpoint.digest();
        };
    }

    /** Mostly the name of something that there is. */
    Name known(Kind<? extends Entity> kind, List<Name> names) {
        List<Name> present = entities.list(kind).stream()
                .map(entity -> Name.of(entity.meta().name()))
                .toList();
        return oneOf(present.isEmpty() || random.nextInt(8) == 0 ? names : present);
    }

    /** One of these. */
    <T> T oneOf(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
