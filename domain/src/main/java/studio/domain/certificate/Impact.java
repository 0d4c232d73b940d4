package studio.domain.certificate;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import studio.domain.StreamType;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Uid;
import studio.domain.network.MemberSite;

/**
 * What would break if a certificate were revoked.
 *
 * @param certificates the certificates that would be worth nothing, itself among them
 * @param sites        the sites that could not connect any more, by name
 * @param accessPoints the access points that nobody would connect to any more
 * @param links        the links between interior routers that would go down
 * @param networks     the networks whose sites could not reach an access point any more
 */
public record Impact(
        List<Uid> certificates,
        SortedSet<String> sites,
        SortedSet<String> accessPoints,
        SortedSet<String> links,
        SortedSet<String> networks) {

    /** What revoking that certificate would break in its stream. Who has a successor in use does not need it. */
    public static Impact of(TlsCertificate revoked, Entities entities) {
        List<TlsCertificate> lost = Stream.concat(
                        Stream.of(revoked),
                        entities.list(TlsCertificate.KIND).stream()
                                .filter(certificate -> certificate
                                        .knownSigned()
                                        .flatMap(TlsCertificate.Signed::issuer)
                                        .filter(revoked.meta().uid()::equals)
                                        .isPresent()))
                .filter(certificate -> certificate instanceof TlsCertificate.Issued
                        || certificate instanceof TlsCertificate.Superseded)
                .toList();
        List<CertificateSubject> without = lost.stream()
                .filter(TlsCertificate.Issued.class::isInstance)
                .map(TlsCertificate::subject)
                .distinct()
                .toList();
        SortedSet<String> interior = names(without, Kind.INTERIOR_SITE);
        SortedSet<String> points = names(without, Kind.ACCESS_POINT);
        boolean backbone = entities.stream().type().equals(StreamType.BACKBONE.label());
        return new Impact(
                lost.stream().map(certificate -> certificate.meta().uid()).toList(),
                sites(interior, names(without, Kind.MEMBER_SITE), entities),
                points,
                backbone ? links(interior, points, entities) : new TreeSet<>(),
                backbone ? networks(points, entities) : new TreeSet<>());
    }

    private static SortedSet<String> names(List<CertificateSubject> subjects, Kind kind) {
        return subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .map(subject -> subject.name().value())
                .collect(toCollection(TreeSet::new));
    }

    private static SortedSet<String> sites(SortedSet<String> interior, SortedSet<String> members, Entities entities) {
        SortedSet<String> sites = new TreeSet<>(interior);
        if (!members.isEmpty()) {
            entities.list(MemberSite.KIND).stream()
                    .map(Entity::meta)
                    .filter(meta -> members.contains(meta.uid().toString()))
                    .forEach(meta -> sites.add(meta.name()));
        }
        return sites;
    }

    private static SortedSet<String> links(SortedSet<String> sites, SortedSet<String> points, Entities entities) {
        return entities.list(InterRouterLink.KIND).stream()
                .filter(link -> sites.contains(link.from().value())
                        || points.contains(link.accessPoint().value()))
                .map(link -> link.meta().name())
                .collect(toCollection(TreeSet::new));
    }

    private static SortedSet<String> networks(SortedSet<String> points, Entities entities) {
        return entities.list(NetworkAttachment.KIND).stream()
                .map(NetworkAttachment::spec)
                .filter(spec -> points.contains(spec.accessPoint().value()))
                .map(spec -> spec.network().value())
                .collect(toCollection(TreeSet::new));
    }
}
