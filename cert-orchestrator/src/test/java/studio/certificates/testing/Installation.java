package studio.certificates.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import studio.certificates.config.CertificatesConfig;
import studio.certificates.process.Metrics;
import studio.certificates.process.Orchestrator;
import studio.certificates.signer.BuiltInSigner;
import studio.certificates.store.Database;
import studio.domain.StreamType;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.BackboneCommand.AddAccessPoint;
import studio.domain.backbone.BackboneCommand.AddInteriorSite;
import studio.domain.backbone.BackboneCommand.CreateBackbone;
import studio.domain.backbone.BackboneCommand.SetAccessPointAddress;
import studio.domain.backbone.Platform;
import studio.domain.backbone.PortRange;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.PostgresDatabase;

/** An orchestrator that runs in this JVM, with the log and what people do to it. */
public final class Installation implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Actor ADMINISTRATOR = Actor.user(Name.of("admin"), Set.of(Role.ADMINISTRATOR), Set.of());
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final LogStandIn log;
    private final StubbornSigner signer;
    private final Database database;
    private final Orchestrator orchestrator;
    private final Thread thread;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    /** Begins with an empty log and an empty database. */
    public Installation(KafkaCluster kafka, PostgresDatabase postgres, Path directory, Map<String, String> settings) {
        this.log = new LogStandIn(kafka.bootstrapServers());
        this.database = Schema.in(postgres.jdbcUrl(), postgres.username(), postgres.password());
        this.signer = new StubbornSigner(BuiltInSigner.open(database, directory.resolve("master-key")));
        this.orchestrator = another(kafka, Settings.in(directory, settings));
        this.thread = Thread.ofPlatform().name("orchestrator").start(orchestrator);
    }

    /** Another instance that would work at the same, not started yet. */
    public Orchestrator another(KafkaCluster kafka, CertificatesConfig config) {
        return new Orchestrator(
                new Orchestrator.Surroundings(
                        kafka.bootstrapServers(),
                        (type, version) -> 0,
                        database,
                        signer,
                        new Metrics(database, config, registry)),
                config,
                InstantSource.system());
    }

    /** The signer. */
    public StubbornSigner signer() {
        return signer;
    }

    /** Where the orchestrator remembers. */
    public Database database() {
        return database;
    }

    /** What was counted. */
    public SimpleMeterRegistry meters() {
        return registry;
    }

    /** The log. */
    public LogStandIn log() {
        return log;
    }

    /** A name that nobody has yet. */
    public static Name unique(String prefix) {
        return Name.of(prefix + "-" + NAMES.incrementAndGet());
    }

    /** A new backbone that is ready. */
    public StreamKey backbone() {
        StreamKey backbone = StreamType.BACKBONE.key(unique("acme"));
        give(backbone, new CreateBackbone(Owners.NOBODY, Owners.NOBODY));
        await("backbone is ready")
                .until(() -> log.see(
                        backbone,
                        entities -> entities.find(Backbone.KIND, backbone.name())
                                .filter(Backbone.Ready.class::isInstance)
                                .isPresent()));
        return backbone;
    }

    /** A new interior site. */
    public CertificateSubject site(StreamKey backbone) {
        Name site = unique("site");
        give(backbone, new AddInteriorSite(site, Platform.LINUX, Optional.empty()));
        return new CertificateSubject(Kind.INTERIOR_SITE, site);
    }

    /** A new access point at that host. */
    public CertificateSubject accessPoint(StreamKey backbone, String host) {
        CertificateSubject site = site(backbone);
        Name point = unique("point");
        give(backbone, new AddAccessPoint(point, site.name(), AccessPoint.Use.PEER, Owners.NOBODY, Optional.empty()));
        CertificateSubject subject = new CertificateSubject(Kind.ACCESS_POINT, point);
        move(backbone, subject, host);
        return subject;
    }

    /** The access point is at that host now. */
    public void move(StreamKey backbone, CertificateSubject accessPoint, String host) {
        give(
                backbone,
                new SetAccessPointAddress(
                        accessPoint.name(), new AccessPoint.Address(host, new PortRange(55_671, 55_671))));
    }

    /** Brings a request of that holder. */
    public void bring(StreamKey stream, CertificateSubject subject, String request) {
        log.give(Actor.CERT_ORCHESTRATOR, stream, new RequestCertificate(subject, Optional.of(request)));
    }

    /** Gives a command as an administrator. */
    public void give(StreamKey stream, Command command) {
        log.give(ADMINISTRATOR, stream, command);
    }

    /** Gives a command as whoever answers for certificates. */
    public void say(StreamKey stream, CertificateCommand command) {
        log.give(Actor.CERT_ORCHESTRATOR, stream, command);
    }

    /** Certificates of that subject, the oldest first. */
    public List<TlsCertificate> certificates(StreamKey stream, CertificateSubject subject) {
        return log.see(
                stream,
                entities -> entities.list(TlsCertificate.KIND).stream()
                        .filter(certificate -> certificate.subject().equals(subject))
                        .sorted(Comparator.comparingInt(
                                certificate -> certificate.lineage().ordinal()))
                        .toList());
    }

    /** The certificate of that subject and ordinal once it is in that state. */
    public <S extends TlsCertificate> S await(
            StreamKey stream, CertificateSubject subject, int ordinal, Class<S> state) {
        return await(subject + " " + ordinal + " is " + state.getSimpleName())
                .until(
                        () -> certificates(stream, subject).stream()
                                .filter(certificate -> certificate.lineage().ordinal() == ordinal)
                                .filter(state::isInstance)
                                .map(state::cast)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits, but not for ever. */
    public static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(TIMEOUT).pollInterval(Duration.ofMillis(20));
    }

    @Override
    public void close() {
        orchestrator.stop();
        Uninterruptibles.join(thread);
        log.close();
    }
}
