package studio.projection.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.BackboneCommand.SetAccessPointAddress;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.PortRange;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** A backbone of two linked sites whose agents have asked for certificates and got them, so that there is something to be had. */
public final class LiveBackbone {

    private static final int ROUNDS = 3;

    private final History history;
    private final Tenants tenants;
    private final StreamKey stream;

    /** A backbone of that name, in a history that the tenants tell. */
    public LiveBackbone(History history, Tenants tenants, String name) {
        this.history = history;
        this.tenants = tenants;
        this.stream = Stories.backbone(name);
        tenants.backbone(name, Owners.user(Name.of("alice")));
        give(
                Stories.ROOT,
                new SetAccessPointAddress(
                        Name.of("east-peer"),
                        new AccessPoint.Address("east.example.com", new PortRange(55_671, 55_671))));
        for (int round = 0; round < ROUNDS; round++) {
            sign();
        }
    }

    /** Gives a command. */
    public void give(Actor actor, Command command) {
        tenants.give(actor, stream, command);
    }

    /** What there is of it. */
    public EntityMap entities() {
        return history.entities(stream);
    }

    /** The uid of that site. */
    public Uid site(String name) {
        return entities().get(InteriorSite.KIND, Name.of(name)).meta().uid();
    }

    private void sign() {
        entities().list(TlsCertificate.KIND).stream()
                .filter(TlsCertificate.Requested.class::isInstance)
                .forEach(certificate -> give(
                        Actor.CERT_ORCHESTRATOR,
                        new RecordCertificate(certificate.meta().uid(), signed(chain(certificate)))));
        entities()
                .list(InteriorSite.KIND)
                .forEach(site -> request(
                        CertificateSubject.Kind.INTERIOR_SITE,
                        site.meta().name(),
                        site.meta().uid()));
        request(CertificateSubject.Kind.ACCESS_POINT, "east-peer", site("east"));
    }

    private void request(CertificateSubject.Kind kind, String name, Uid site) {
        give(
                new Actor(Actor.Type.SITE, site.toString(), Set.of(), Set.of()),
                new RequestCertificate(new CertificateSubject(kind, Name.of(name)), Optional.of(request(name))));
    }

    /** A chain that nobody looks into, another one for each certificate. */
    public static String chain(TlsCertificate certificate) {
        String text = certificate.lineage().ordinal() + "/"
                + certificate.subject().kind() + "/" + certificate.subject().name();
        String body = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return "-----BEGIN CERTIFICATE-----\n" + body.substring(0, Math.min(76, body.length()))
                + "\n-----END CERTIFICATE-----\n";
    }

    /** A signing request that nobody looks into. */
    public static String request(String of) {
        String body = Base64.getEncoder().encodeToString(of.getBytes(StandardCharsets.UTF_8));
        return "-----BEGIN CERTIFICATE REQUEST-----\n" + body + "\n-----END CERTIFICATE REQUEST-----\n";
    }

    /** What is recorded of a certificate with that chain. */
    public static TlsCertificate.Signed signed(String chain) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new TlsCertificate.Signed(
                "0a",
                new Digest("ab".repeat(32)),
                now,
                now.plus(90, ChronoUnit.DAYS),
                Optional.empty(),
                Optional.of(chain));
    }
}
