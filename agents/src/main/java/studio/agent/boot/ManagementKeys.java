package studio.agent.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import studio.agent.amqp.ManagementOptions;
import studio.agent.certificate.KeyMaker;
import studio.agent.file.AtomicFiles;
import studio.agent.router.SslProfile;

/**
 * How an agent and its own router know each other: by two certificates that the agent makes, each of which signs itself and is the
 * only one that the other side trusts. Whoever can read the files is the same user on the same machine.
 *
 * @param directory where they are
 */
public record ManagementKeys(Path directory) {

    private static final Duration VALIDITY = Duration.ofDays(3_650);

    /** Makes them, if they are not there. */
    public void make(Instant now) throws IOException {
        make("agent", BootFile.AGENT_USER, now);
        make("router", "localhost", now);
    }

    private void make(String owner, String name, Instant now) throws IOException {
        if (!Files.exists(certificate(owner))) {
            KeyMaker.SelfSigned made = KeyMaker.selfSigned(name, now, VALIDITY);
            AtomicFiles.write(key(owner), made.key());
            AtomicFiles.write(certificate(owner), made.certificate());
        }
    }

    SslProfile profile(String name) {
        return new SslProfile(
                name, new SslProfile.Files(certificate("agent"), certificate("router"), key("router")), 0, 0);
    }

    /** With what the agent connects. */
    public ManagementOptions.Tls agent() {
        return new ManagementOptions.Tls(certificate("router"), certificate("agent"), key("agent"));
    }

    private Path certificate(String owner) {
        return directory.resolve(owner + ".crt").toAbsolutePath();
    }

    private Path key(String owner) {
        return directory.resolve(owner + ".key").toAbsolutePath();
    }
}
