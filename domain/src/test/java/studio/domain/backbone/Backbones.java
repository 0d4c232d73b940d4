package studio.domain.backbone;

import static studio.domain.spec.Actors.OWNER;
import static studio.domain.spec.Actors.names;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.domain.StreamType;
import studio.domain.backbone.AccessPoint.Address;
import studio.domain.backbone.AccessPoint.Use;
import studio.domain.backbone.BackboneCommand.AddAccessPoint;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.AttachNetwork;
import studio.domain.backbone.BackboneCommand.ChangeAccessPoint;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.backbone.BackboneCommand.DeleteBackbone;
import studio.domain.backbone.BackboneCommand.LinkInteriorSites;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite.Sighting;
import studio.domain.backbone.BackboneCommand.SetAccessPointAddress;
import studio.domain.certificate.CertificateCommand.FailCertificate;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.Certificates;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Uid;
import studio.domain.spec.StreamSpec;

/** The backbone {@code acme} in the states in which specs begin. */
final class Backbones {

    static final Name PARIS = Name.of("paris");
    static final Name OSLO = Name.of("oslo");
    static final Name ROME = Name.of("rome");
    static final Name PARIS_PEER = Name.of("paris-peer");
    static final Name PARIS_SPARE = Name.of("paris-spare");
    static final Name PARIS_MEMBER = Name.of("paris-member");
    static final Name OSLO_PARIS = Name.of("oslo-paris");
    static final Owners OWNERS = new Owners(names("alice"), names("netops"));
    static final Owners DEVELOPERS = new Owners(Set.of(), names("developers"));

    private Backbones() {}

    static StreamSpec<BackboneCommand, BackboneEvent> absent() {
        return StreamSpec.of(StreamType.BACKBONE, "acme");
    }

    /** Waits for its authorities, and nothing is in it. */
    static StreamSpec<BackboneCommand, BackboneEvent> empty() {
        return absent().given(OWNER, new CreateBackbone(OWNERS, Owners.NOBODY));
    }

    /** Waits for its authorities, and has two sites, three access points and a link. */
    static StreamSpec<BackboneCommand, BackboneEvent> requested() {
        return empty().given(
                        OWNER,
                        new AddInteriorSite(PARIS, Platform.KUBERNETES, Optional.of("Paris")),
                        new AddInteriorSite(OSLO, Platform.PODMAN, Optional.empty()),
                        point(PARIS_PEER, PARIS, Use.PEER, address("peer.paris.example", 55671)),
                        point(PARIS_SPARE, PARIS, Use.PEER),
                        point(PARIS_MEMBER, PARIS, Use.MEMBER),
                        new LinkInteriorSites(OSLO_PARIS, OSLO, PARIS_PEER, 1));
    }

    static StreamSpec<BackboneCommand, BackboneEvent> failed() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = requested();
        Uid authority = certificate(spec, CertificateSubject.Kind.INTERIOR_CA, "acme");
        return spec.given(Actor.CERT_ORCHESTRATOR, new FailCertificate(authority, "the issuer is down"));
    }

    /** Has its authorities; the access point's certificate isn't there yet. */
    static StreamSpec<BackboneCommand, BackboneEvent> ready() {
        StreamSpec<BackboneCommand, BackboneEvent> spec = requested();
        return issued(
                spec,
                certificate(spec, CertificateSubject.Kind.INTERIOR_CA, "acme"),
                certificate(spec, CertificateSubject.Kind.ACCESS_POINT_CA, "acme"));
    }

    /** Ready, and paris is deployed. */
    static StreamSpec<BackboneCommand, BackboneEvent> deployed() {
        return ready().given(Actor.BACKBONE_ORCHESTRATOR, new ReportInteriorSite(PARIS, Sighting.ACTIVE));
    }

    /** Waits for paris to clean up. */
    static StreamSpec<BackboneCommand, BackboneEvent> deleting() {
        return deployed().given(OWNER, new DeleteBackbone(false));
    }

    static StreamSpec<BackboneCommand, BackboneEvent> deleted() {
        return deployed().given(OWNER, new DeleteBackbone(true));
    }

    /** The network shop is attached on the first of the two ports of paris-member, which is offered to the developers. */
    static StreamSpec<BackboneCommand, BackboneEvent> attached(StreamSpec<BackboneCommand, BackboneEvent> spec) {
        return spec.given(
                        OWNER,
                        new SetAccessPointAddress(
                                PARIS_MEMBER, new Address("member.paris.example", new PortRange(46_000, 46_001))),
                        new ChangeAccessPoint(PARIS_MEMBER, DEVELOPERS))
                .given(Actor.BACKBONE_ORCHESTRATOR, attach("shop"));
    }

    /** Attaches a network of the developers to paris-member; its uid follows from its name. */
    static AttachNetwork attach(String network) {
        return new AttachNetwork(Name.of(network), networkUid(network), DEVELOPERS, PARIS_MEMBER, authority(network));
    }

    static Uid networkUid(String network) {
        return new Uid(UUID.nameUUIDFromBytes(network.getBytes(StandardCharsets.UTF_8)));
    }

    /** An authority of the network of that name. */
    static NetworkAttachment.Authority authority(String network) {
        return new NetworkAttachment.Authority(
                networkUid(network), new Digest("cd".repeat(32)), Certificates.chain(network.replace('-', '/')));
    }

    /** The uid of the attachment of the network of that name. */
    static Uid attachment(StreamSpec<BackboneCommand, BackboneEvent> spec, String network) {
        return spec.stream().entities().list(NetworkAttachment.KIND).stream()
                .filter(attachment -> attachment.spec().network().value().equals(network))
                .map(attachment -> attachment.meta().uid())
                .findFirst()
                .orElse(StreamSpec.ANY_UID);
    }

    static StreamSpec<BackboneCommand, BackboneEvent> issued(
            StreamSpec<BackboneCommand, BackboneEvent> spec, Uid... certificates) {
        List.of(certificates)
                .forEach(certificate ->
                        spec.given(Actor.CERT_ORCHESTRATOR, new RecordCertificate(certificate, signed(spec.now()))));
        return spec;
    }

    /** The uid of the certificate for that subject, of which there is one. */
    static Uid certificate(StreamSpec<BackboneCommand, BackboneEvent> spec, CertificateSubject.Kind kind, String name) {
        CertificateSubject subject = new CertificateSubject(kind, Name.of(name));
        return spec.stream().entities().list(TlsCertificate.KIND).stream()
                .filter(certificate -> certificate.subject().equals(subject))
                .map(certificate -> certificate.meta().uid())
                .reduce((one, other) -> {
                    throw new AssertionError("two certificates for " + subject);
                })
                .orElseThrow();
    }

    static TlsCertificate.Signed signed(Instant now) {
        return Certificates.signed(now);
    }

    static AddAccessPoint point(Name name, Name site, Use use) {
        return new AddAccessPoint(name, site, use, Owners.NOBODY, Optional.empty());
    }

    static AddAccessPoint point(Name name, Name site, Use use, Address address) {
        return new AddAccessPoint(name, site, use, Owners.NOBODY, Optional.of(address));
    }

    static Address address(String host, int port) {
        return new Address(host, new PortRange(port, port));
    }
}
