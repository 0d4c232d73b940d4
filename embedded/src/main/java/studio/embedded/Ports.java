package studio.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The port of each name: the one asked for, else the one of last time, else the default, else a free one after it. What is
 * chosen is remembered.
 */
final class Ports {

    /** The one address that anything here listens on. */
    static final String LOOPBACK = "127.0.0.1";

    private static final int FIRST_ANYWHERE = 20_000;
    private static final int LAST_ANYWHERE = 30_000;
    private static final int LAST_PORT = 65_535;
    private static final int CONNECT_MILLIS = 200;

    /** How long the system may take to close the sockets of a killed process and of its children. */
    private static final Duration RELEASE = Duration.ofSeconds(2);

    private final Path file;
    private final Map<String, Integer> asked;
    private final boolean preferDefaults;
    private final Map<String, Integer> chosen = new TreeMap<>();

    private Ports(Path file, Map<String, Integer> asked, boolean preferDefaults) {
        this.file = file;
        this.asked = Map.copyOf(asked);
        this.preferDefaults = preferDefaults;
        load();
    }

    /** Ports remembered in {@code file}, but for those asked for by name. */
    static Ports remembered(Path file, Map<String, Integer> asked) {
        return new Ports(file, asked, true);
    }

    /** Any free ports, so that tests can run beside each other and beside an installation. */
    static Ports forTest(Path file) {
        return new Ports(file, Map.of(), false);
    }

    /** Chooses the port of that name; {@code current} are the ports that the process has already, if it runs. */
    synchronized int choose(String name, int preferred, Map<String, Integer> current) {
        int port = wanted(name, preferred, current);
        if (!current.containsValue(port) && isBusy(port)) {
            throw new NodeException("port " + port + ", asked for as the port of " + name
                    + ", is in use: ask for another, or stop the program that uses it");
        }
        chosen.put(name, port);
        save();
        return port;
    }

    private int wanted(String name, int preferred, Map<String, Integer> current) {
        Integer given = asked.getOrDefault(name, current.get(name));
        if (given != null) {
            return given;
        }
        Integer before = chosen.remove(name);
        if (before != null && becomesFree(before)) {
            return before;
        }
        return freeFrom(before != null ? before : preferDefaults ? preferred : anywhere());
    }

    /** Whether something answers on the port. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Not one of those that the system gives to clients: a client that asks such a port may find itself there. */
    private static int anywhere() {
        return ThreadLocalRandom.current().nextInt(FIRST_ANYWHERE, LAST_ANYWHERE);
    }

    /** What a killed process held is free a moment after it is dead; who knows the port should not have to learn another. */
    private boolean becomesFree(int port) {
        return isUnclaimed(port) && Await.until(() -> !isBusy(port), RELEASE);
    }

    private boolean isUnclaimed(int port) {
        return !chosen.containsValue(port) && !asked.containsValue(port);
    }

    private int freeFrom(int first) {
        for (int port = first; port <= LAST_PORT; port++) {
            if (isUnclaimed(port) && !isBusy(port)) {
                return port;
            }
        }
        throw new NodeException("no free port from " + first);
    }

    /** Connects as well as binds: some systems let two programs bind one port, at different addresses. */
    private static boolean isBusy(int port) {
        if (answers(port)) {
            return true;
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private void save() {
        StringBuilder lines = new StringBuilder();
        chosen.forEach(
                (name, port) -> lines.append(name).append('=').append(port).append('\n'));
        try {
            StudioHome.replace(file, lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties
                .stringPropertyNames()
                .forEach(name -> chosen.put(name, Integer.valueOf(properties.getProperty(name))));
    }
}
