package studio.agent.member;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import studio.agent.loop.Pace;
import studio.agent.platform.linux.LinuxLimits;
import studio.agent.process.RouterCommand;
import studio.domain.network.AcceptancePolicy;

/**
 * What a member site is that no document says.
 *
 * @param command the router's program
 * @param path    where router and processes find other programs
 * @param stated  the policy that the person stated who joined; it counts only until the site has decided anything itself
 * @param by      in whose name decisions are made that nobody puts a name to
 * @param pace    how often the agent does what
 * @param links   how links are chosen
 * @param limits  how much archives may take
 * @param console where the site console's files are, if they are not in the program itself
 * @param port    the port of the site's API on loopback; any if 0, and the same one again after a restart
 */
public record MemberSettings(
        RouterCommand command,
        String path,
        AcceptancePolicy stated,
        String by,
        Pace pace,
        Links links,
        LinuxLimits limits,
        Optional<Path> console,
        int port) {

    /**
     * How links are chosen.
     *
     * @param look   how often it is looked whether they work
     * @param tries  how often one has to be seen not to work before the next one is taken
     * @param stable how long a better one has to be reachable before it is gone back to
     */
    public record Links(Duration look, int tries, Duration stable) {

        /** What suits most sites. */
        public static final Links USUAL = new Links(Duration.ofSeconds(5), 3, Duration.ofMinutes(5));
    }

    /** What suits most sites. */
    public static MemberSettings usual(RouterCommand command, String path, AcceptancePolicy stated) {
        return new MemberSettings(
                command,
                path,
                stated,
                System.getProperty("user.name", "participant"),
                Pace.USUAL,
                Links.USUAL,
                LinuxLimits.USUAL,
                Optional.empty(),
                0);
    }
}
