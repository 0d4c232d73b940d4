package studio.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.system.StudioSystem.Ran;

/**
 * An interior site on this machine: an agent and a router, each a process of its own, and one directory.
 *
 * @param system    the installation
 * @param directory the site's directory
 */
record InteriorPlace(StudioSystem system, Path directory) {

    /** Joins with a bundle, and leaves the agent running. */
    Ran join(String bundle) {
        return cli(List.of("join", bundle, "--listen", "127.0.0.1", "--public-host", "localhost", "--detach"));
    }

    /** Starts the agent of a site that has joined. */
    Ran run(String... options) {
        List<String> words = new ArrayList<>(List.of("agent", "run"));
        words.addAll(List.of(options));
        return cli(words);
    }

    private Ran cli(List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("--dir", directory.toString()));
        words.addAll(Routers.options());
        return system.cli(words.toArray(String[]::new));
    }

    /** Ends agent and router, whatever became of them. */
    void leave() {
        system.cli("agent", "leave", "--dir", directory.toString());
        processes("router/router.pid").forEach(ProcessHandle::destroyForcibly);
    }

    /** The number of the router's process, and when it began. */
    String routerNumber() {
        return read("router/router.pid");
    }

    /** What the agent has said of what it did. */
    String log() {
        return read("agent.log");
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The agent is gone at once; its router goes on. */
    void killAgent() {
        kill(processes("agent.lock"));
    }

    /** The machine is gone at once. */
    void crash() {
        List<ProcessHandle> all = new ArrayList<>(processes("agent.lock"));
        all.addAll(processes("router/router.pid"));
        kill(all);
    }

    private List<ProcessHandle> processes(String file) {
        return Files.exists(directory.resolve(file))
                ? ProcessHandle.of(Long.parseLong(read(file).split(" ", -1)[0])).stream()
                        .toList()
                : List.of();
    }

    private static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** The router's own management, asked as its agent asks. */
    RouterView router() {
        JsonNode settings = ApiClient.json(read("agent.json"));
        return RouterView.connect(
                settings.path("management").asInt(), directory.resolve("router").resolve("management"));
    }
}
