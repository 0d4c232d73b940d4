package studio.agent.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.agent.enrol.Claim;
import studio.agent.enrol.Enroller;
import studio.agent.enrol.Enrolment;
import studio.agent.enrol.EnrolmentFiles;
import studio.agent.enrol.JoinBundle;
import studio.domain.kernel.Name;
import studio.domain.network.AcceptancePolicy;

/** Joins with what an invitation says, and runs the site. */
@Command(
        name = "join",
        description = "Join a network or a backbone with a bundle, and run the site.",
        mixinStandardHelpOptions = true)
final class JoinCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "BUNDLE",
            description =
                    "The line that you were given, or @FILE with it: a file shows it to nobody who lists processes.")
    private String bundle;

    @Option(names = "--name", paramLabel = "NAME", description = "The name that the site shall have.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--platform",
            paramLabel = "PLATFORM",
            defaultValue = "linux",
            description = "What the site runs on: kubernetes, docker, podman or linux (default).")
    private String platform;

    @Option(
            names = "--accept",
            paramLabel = "all|ask",
            defaultValue = "ask",
            description =
                    "What happens to changes that nobody looked at: ask (default) lets them wait, all accepts them.")
    private String accept;

    @Option(
            names = "--accept-until",
            paramLabel = "TIME",
            description = "When accepting all ends, such as 2030-01-01T00:00:00Z.")
    private Optional<Instant> acceptUntil = Optional.empty();

    @Option(names = "--metadata", paramLabel = "KEY=VALUE", description = "What the invitation asks for.")
    private Map<String, String> metadata = new LinkedHashMap<>();

    @Mixin
    private PlaceOptions place;

    @Spec
    private CommandSpec spec;

    @Override
    @SuppressWarnings("try") // It is only held.
    public Integer call() throws IOException, InterruptedException {
        EnrolmentFiles files = new EnrolmentFiles(place.directory());
        try (DirectoryLock lock = DirectoryLock.take(place.directory())) {
            if (files.read().isEmpty()) {
                Optional<Integer> refused = claim(files);
                if (refused.isPresent()) {
                    return refused.get();
                }
            }
        }
        return new Runner(place, spec.commandLine().getOut()).run();
    }

    private Optional<Integer> claim(EnrolmentFiles files) throws IOException, InterruptedException {
        JoinBundle parsed = parse();
        Claim claim = new Claim(name.map(this::siteName), platform, metadata, policy());
        spec.commandLine()
                .getOut()
                .println("Claims a place at " + parsed.claimUrl().getAuthority() + " …");
        try {
            Enrolment enrolment = new Enroller(
                            files,
                            line -> spec.commandLine().getOut().println("  " + line),
                            RandomGenerator.getDefault())
                    .enrol(parsed, claim);
            AgentSettings.state(place.directory(), claim.policy());
            spec.commandLine()
                    .getOut()
                    .println("This is site " + enrolment.site() + " of " + Words.of(enrolment.role()) + " "
                            + enrolment.parent() + " now; all of it is in " + files.directory() + ".");
            return Optional.empty();
        } catch (Enroller.RefusedException e) {
            spec.commandLine().getErr().println("studio: not let in: " + e.getMessage());
            e.advice().forEach(line -> spec.commandLine().getErr().println("  " + line));
            return Optional.of(AgentProgram.REFUSED);
        }
    }

    private JoinBundle parse() throws IOException {
        String text = bundle.startsWith("@") ? Files.readString(Path.of(bundle.substring(1))) : bundle;
        try {
            return JoinBundle.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(new CommandLine(spec), String.valueOf(e.getMessage()), e);
        }
    }

    private Name siteName(String text) {
        if (!Name.isValid(text)) {
            throw new ParameterException(new CommandLine(spec), "--name " + Name.RULE);
        }
        return Name.of(text);
    }

    private AcceptancePolicy policy() {
        return switch (accept) {
            case "all", "accept-all" -> new AcceptancePolicy(AcceptancePolicy.Mode.ACCEPT_ALL, acceptUntil);
            case "ask" -> new AcceptancePolicy(AcceptancePolicy.Mode.ASK, acceptUntil);
            default -> throw new ParameterException(new CommandLine(spec), "--accept must be all or ask");
        };
    }
}
