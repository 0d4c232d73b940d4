package studio.certificates.service;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.certificates.config.CertificatesConfig;
import studio.certificates.config.KafkaConfig;
import studio.certificates.config.RegistryConfig;
import studio.certificates.process.Metrics;
import studio.certificates.process.Orchestrator;
import studio.certificates.process.State;
import studio.certificates.signer.BuiltInSigner;
import studio.certificates.signer.MasterKey;
import studio.certificates.store.Database;
import studio.schema.registry.SchemaIds;
import studio.schema.registry.SchemaRegistration;

/** Starts the orchestrator with the service, and ends it with the service. */
@ApplicationScoped
public class OrchestratorRuntime {

    private static final Logger LOGGER = LoggerFactory.getLogger(OrchestratorRuntime.class);
    private static final long STOP_MILLIS = 5_000;

    private final Orchestrator orchestrator;
    private final Thread thread;

    OrchestratorRuntime(
            KafkaConfig kafka,
            RegistryConfig registry,
            CertificatesConfig config,
            AgroalDataSource source,
            MeterRegistry metrics) {
        Database database = new Database(source);
        BuiltInSigner signer = config.masterKey()
                .map(key -> BuiltInSigner.open(database, MasterKey.parse(key)))
                .orElseGet(() -> BuiltInSigner.open(database, config.directory().resolve("master-key")));
        SchemaIds schemaIds = registry.url()
                .map(url -> SchemaRegistration.register(url, registry.patience()))
                .orElseGet(SchemaIds::none);
        this.orchestrator = new Orchestrator(
                new Orchestrator.Surroundings(
                        kafka.bootstrapServers(), schemaIds, database, signer, new Metrics(database, config, metrics)),
                config,
                InstantSource.system());
        this.thread = new Thread(orchestrator, "orchestrator");
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        orchestrator.stop();
        thread.join(STOP_MILLIS);
        if (thread.isAlive()) {
            LOGGER.atWarn().addKeyValue("timeoutMs", STOP_MILLIS).log("the orchestrator did not end in time");
        }
    }

    /** What the orchestrator does at the moment. */
    public State state() {
        return orchestrator.state();
    }
}
