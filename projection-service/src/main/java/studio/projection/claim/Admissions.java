package studio.projection.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.api.json.Word;
import studio.api.problem.ProblemType;
import studio.domain.StreamType;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.InteriorSite;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.network.CertificateIndex;
import studio.domain.network.Home;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.domain.network.SiteIndex;
import studio.identity.problem.ProblemException;
import studio.projection.config.ClaimsConfig;
import studio.projection.query.EntityQueries;
import studio.projection.query.EntityRow;
import studio.projection.query.Found;
import studio.projection.query.Listing;
import studio.projection.query.Page;

/** What the tables say of those who were let in. Whatever is not there yet is a problem that says so. */
@ApplicationScoped
public class Admissions {

    private static final StreamKey AUTHORITY = StreamType.AUTHORITY.key(Name.of("root"));
    private static final Page.Wanted ALL = new Page.Wanted(100, Optional.empty());
    private static final Duration SOON = Duration.ofSeconds(1);

    private final EntityQueries queries;
    private final ClaimedLinks links;
    private final ClaimsConfig config;

    Admissions(EntityQueries queries, ClaimedLinks links, ClaimsConfig config) {
        this.queries = queries;
        this.links = links;
        this.config = config;
    }

    /** The member site with that key. */
    public Uni<ClaimedView> member(StreamKey network, Digest key) {
        return find(Listing.SITE_INDEXES, network, key.hex(), SiteIndex.class, "the site")
                .chain(index -> find(Listing.MEMBER_SITES, network, index.site().value(), MemberSite.class, "the site"))
                .chain(site -> member(network, site, key));
    }

    private Uni<ClaimedView> member(StreamKey network, MemberSite site, Digest key) {
        CertificateSubject subject = new CertificateSubject(
                Kind.MEMBER_SITE, Name.of(site.meta().uid().toString()));
        return Uni.combine()
                .all()
                .unis(
                        find(Listing.NETWORKS, network, network.name().value(), Network.class, "the network"),
                        find(Listing.HOMES, network, network.name().value(), Home.class, "the network's home"),
                        certificate(network, subject, key),
                        trust(network, Kind.NETWORK_CA),
                        trust(AUTHORITY, Kind.ROOT),
                        links.of(network, site.spec().invitation().name()))
                .asTuple()
                .map(parts -> member(
                        site,
                        parts.getItem1(),
                        parts.getItem2(),
                        new Papers(parts.getItem3(), parts.getItem4(), parts.getItem5()),
                        parts.getItem6()));
    }

    /** Certificate, own authority and root. */
    private record Papers(String chain, String trust, String root) {}

    private static ClaimedView member(
            MemberSite site, Network network, Home home, Papers papers, List<ClaimedView.Link> links) {
        String installation = Leaf.of(papers.chain()).installation();
        Home.Address address = home.knownAddress().orElseThrow(() -> notYet("the address of the network's home"));
        String uri = "spiffe://" + installation + "/network/" + network.meta().uid() + "/home/"
                + home.meta().uid();
        return new ClaimedView(
                ClaimedView.STATE,
                installation,
                identity(site),
                Optional.of(identity(network)),
                Optional.empty(),
                Optional.of(network.vanId()),
                network.vanId() + "-" + site.meta().uid(),
                papers.chain(),
                papers.trust(),
                papers.root(),
                new ClaimedView.Feed(address.host(), address.port(), uri),
                links);
    }

    /** The interior site of that name, whose agent has that key. */
    public Uni<ClaimedView> interior(StreamKey backbone, String name, Digest key) {
        return find(Listing.SITES, backbone, name, InteriorSite.class, "the site")
                .chain(site -> {
                    if (!site.placement().keyDigest().equals(Optional.of(key))) {
                        throw notYet("the claim");
                    }
                    return Uni.combine()
                            .all()
                            .unis(
                                    find(
                                            Listing.BACKBONES,
                                            backbone,
                                            backbone.name().value(),
                                            Backbone.class,
                                            "the backbone"),
                                    certificate(
                                            backbone, new CertificateSubject(Kind.INTERIOR_SITE, Name.of(name)), key),
                                    trust(backbone, Kind.INTERIOR_CA),
                                    trust(AUTHORITY, Kind.ROOT))
                            .asTuple()
                            .map(parts -> interior(
                                    site,
                                    parts.getItem1(),
                                    new Papers(parts.getItem2(), parts.getItem3(), parts.getItem4())));
                });
    }

    private ClaimedView interior(InteriorSite site, Backbone backbone, Papers papers) {
        String installation = Leaf.of(papers.chain()).installation();
        return new ClaimedView(
                ClaimedView.STATE,
                installation,
                identity(site),
                Optional.empty(),
                Optional.of(identity(backbone)),
                Optional.empty(),
                site.routerName(),
                papers.chain(),
                papers.trust(),
                papers.root(),
                new ClaimedView.Feed(
                        config.feedHost(), config.feedPort(), "spiffe://" + installation + "/service/feed"),
                List.of());
    }

    private static ClaimedView.Identity identity(Entity entity) {
        return new ClaimedView.Identity(
                entity.meta().name(), entity.meta().uid().toString());
    }

    private <R extends EntityRow, S extends Entity> Uni<S> find(
            Listing<R> listing, StreamKey stream, String name, Class<S> type, String what) {
        return queries.find(listing, stream, name)
                .map(found -> found.map(Found::entity).map(type::cast).orElseThrow(() -> notYet(what)));
    }

    /** The subject's certificate for that key: after a renewal it is not the newest one. */
    private Uni<String> certificate(StreamKey stream, CertificateSubject subject, Digest key) {
        return (subject.kind() == Kind.MEMBER_SITE ? indexed(stream, subject) : listed(stream, subject))
                .map(certificates -> certificates.stream()
                        .flatMap(certificate -> chain(certificate, key).stream())
                        .findFirst()
                        .orElseThrow(() -> missing(certificates)));
    }

    /** A network has many, so that those of one subject are found one by one, from the newest back. */
    private Uni<List<TlsCertificate>> indexed(StreamKey network, CertificateSubject subject) {
        return find(
                        Listing.CERTIFICATE_INDEXES,
                        network,
                        CertificateIndex.key(subject).name(),
                        CertificateIndex.class,
                        "the certificate")
                .chain(index -> find(
                        Listing.CERTIFICATES,
                        network,
                        index.newest().toString(),
                        TlsCertificate.class,
                        "the certificate"))
                .chain(newest -> newest.lineage()
                        .supersedes()
                        .map(before -> queries.find(Listing.CERTIFICATES, network, before.toString())
                                .map(found -> found.map(each -> List.of(newest, (TlsCertificate) each.entity()))
                                        .orElse(List.of(newest))))
                        .orElseGet(() -> Uni.createFrom().item(List.of(newest))));
    }

    private Uni<List<TlsCertificate>> listed(StreamKey stream, CertificateSubject subject) {
        Map<String, Optional<String>> filters = Map.of(
                "use", Optional.of(Word.of(subject.kind())),
                "subject", Optional.of(subject.name().value()));
        return certificates(stream, filters);
    }

    private Uni<List<TlsCertificate>> certificates(StreamKey stream, Map<String, Optional<String>> filters) {
        return queries.of(Listing.CERTIFICATES, stream, ALL, filters)
                .map(page -> page.rows().stream()
                        .map(found -> (TlsCertificate) found.entity())
                        .sorted(Comparator.comparingInt((TlsCertificate certificate) ->
                                        certificate.lineage().ordinal())
                                .reversed())
                        .toList());
    }

    private static Optional<String> chain(TlsCertificate certificate, Digest key) {
        boolean trusted =
                certificate instanceof TlsCertificate.Issued || certificate instanceof TlsCertificate.Superseded;
        return certificate
                .knownSigned()
                .flatMap(TlsCertificate.Signed::chain)
                .filter(chain -> trusted && Leaf.of(chain).key().equals(key));
    }

    /** What cannot be signed is told; everything else is waited for. */
    private static ProblemException missing(List<TlsCertificate> certificates) {
        return certificates.stream()
                .findFirst()
                .filter(TlsCertificate.Failed.class::isInstance)
                .map(TlsCertificate.Failed.class::cast)
                .map(failed -> ProblemException.of(type(failed.cause()), failed.cause()))
                .orElseGet(() -> notYet("the certificate"));
    }

    /** The signer's words begin with that of the problem. */
    private static ProblemType type(String cause) {
        for (ProblemType type : ProblemType.values()) {
            if (cause.startsWith(type.slug() + ":")) {
                return type;
            }
        }
        return ProblemType.SIGNING_FAILED;
    }

    private Uni<String> trust(StreamKey stream, Kind authority) {
        Map<String, Optional<String>> filters =
                Map.of("use", Optional.of(Word.of(authority)), "state", Optional.of("issued"));
        return certificates(stream, filters).map(issued -> {
            String trust = issued.stream()
                    .flatMap(certificate -> certificate.knownSigned().stream())
                    .flatMap(signed -> signed.chain().stream())
                    .collect(Collectors.joining());
            if (trust.isEmpty()) {
                throw notYet("the certificate of the authority");
            }
            return trust;
        });
    }

    private static ProblemException notYet(String what) {
        return ProblemException.of(ProblemType.NOT_YET, what + " is not there yet")
                .retryAfter(SOON);
    }
}
