package studio.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.embedded.Installation;
import studio.schema.ChainVerifier;
import studio.schema.Fingerprint;

@Command(
        name = "verify",
        description = {
            "Computes every hash chain again and names the first event that does not fit.",
            "",
            "Reads the events' topic of the installation on this machine or of another Kafka cluster, or a file that was"
                    + " exported from /api/v1/audit as NDJSON; for a file nothing needs to run. Keep the digest that it"
                    + " prints: a later one over the same streams that differs without new events tells that an end was"
                    + " cut off.%n"
        },
        mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions home;

    @Option(names = "--export", paramLabel = "FILE", description = "An export to check instead of the topic.")
    private Optional<Path> export = Optional.empty();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Another Kafka cluster (default: the one of this installation).")
    private Optional<String> bootstrapServers = Optional.empty();

    @Override
    public Integer call() {
        EventSource events = export.<EventSource>map(EventExport::new)
                .orElseGet(() -> new EventTopic(bootstrapServers.orElseGet(this::ownServers)));
        ChainVerifier verifier = new ChainVerifier();
        Optional<String> broken = events.firstFlaw(verifier::next);
        if (broken.isPresent()) {
            home.out().println("broken: " + broken.get());
            return ExitCode.SOFTWARE;
        }
        home.out()
                .printf(
                        "verified %,d events in %,d streams: every chain holds%n",
                        verifier.events(), verifier.heads().size());
        home.out()
                .println("digest of all chains' ends: "
                        + Fingerprint.of(verifier.heads().toString()));
        return ExitCode.OK;
    }

    private String ownServers() {
        return home.installation(Installation.Options.NONE, (node, message) -> {})
                .bootstrapServers();
    }
}
