package studio.agent.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studio.agent.amqp.ManagementOptions;
import studio.agent.boot.BootFile;
import studio.agent.boot.ManagementKeys;
import studio.agent.boot.RouterSettings;
import studio.agent.process.RouterCommand;
import studio.agent.process.RouterProcess;

/**
 * A site's own router, as a process beside the agent.
 *
 * @param process    the process
 * @param boot       what it is booted with
 * @param management how its agent reaches it
 */
public record SiteRouter(RouterProcess process, BootFile boot, ManagementOptions management) {

    /**
     * Starts it, or finds the one of an earlier agent.
     *
     * @param path where the router finds other programs
     */
    public static SiteRouter start(RouterSettings settings, RouterCommand command, String path, Clock clock)
            throws IOException {
        ManagementKeys keys = new ManagementKeys(settings.managementKeys());
        keys.make(clock.instant());
        BootFile boot = BootFile.open(settings);
        boot.refresh();
        Map<String, String> environment = new HashMap<>(RouterSettings.ENVIRONMENT);
        environment.put("PATH", path);
        RouterProcess process = new RouterProcess(new RouterProcess.Start(
                command, settings.bootFile(), environment, settings.directory(), () -> bare(boot)));
        process.start();
        return new SiteRouter(
                process,
                boot,
                new ManagementOptions(
                        settings.managementPlace(), Optional.of(keys.agent()), ManagementOptions.Limits.USUAL));
    }

    private static void bare(BootFile boot) {
        try {
            boot.writeBare();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
