package studio.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a process is started as.
 *
 * @param command the program and its arguments, which any user of the machine can read
 * @param environment its environment, which only the owner can read
 * @param variable files whose content is part of what is started
 */
record Launch(List<String> command, Map<String, String> environment, List<Path> variable) {

    /** What else a process gets of the environment of the person who starts it; more could only confuse it. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG", "TZ", "TMPDIR");

    /**
     * Becomes the program only when told: if we die before the process is on record, it ends, having done nothing. The
     * program is in a session of its own, so that neither Ctrl-C nor a closed terminal ends it; macOS has no setsid command.
     */
    private static final String STUB = """
            log=$1
            shift
            read -r _ || exit
            exec </dev/null >>"$log" 2>&1
            command -v setsid >/dev/null && exec setsid "$@"
            exec perl -MPOSIX=setsid -e 'setsid; exec @ARGV' "$@"
            """;

    private static final int LOGS_KEPT = 3;

    /** A JVM that keeps the archive of its classes in {@code archives}. */
    static Launch java(JavaProgram program, Path archives) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(ClassArchive.in(archives, program.classPath()).options());
        command.addAll(program.options());
        command.add(program.mainClass());
        command.addAll(program.arguments());
        Map<String, String> environment = new TreeMap<>(program.environment());
        environment.put(
                "CLASSPATH", program.classPath().stream().map(Path::toString).collect(Collectors.joining(":")));
        return new Launch(command, environment, program.variable());
    }

    /** Differs when something else would be started. */
    String fingerprint() {
        MessageDigest digest = sha256();
        command.stream()
                .filter(argument -> !ClassArchive.isNamedBy(argument))
                .forEach(argument -> update(digest, argument));
        new TreeMap<>(environment).forEach((name, value) -> update(digest, name + "=" + value));
        for (Path file : variable) {
            digest.update(read(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Starts the process, which begins once {@code record} is done; what it prints goes to {@code log}. */
    ProcessHandle start(Path log, Consumer<ProcessHandle> record) {
        List<String> stub = new ArrayList<>(List.of("bash", "-c", STUB, "studio", log.toString()));
        stub.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(stub);
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        try {
            StudioHome.createParent(log);
            rotate(log);
            Process process = builder.start();
            try (OutputStream input = process.getOutputStream()) {
                record.accept(process.toHandle());
                input.write('\n');
            }
            return process.toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the logs of earlier starts as {@code name.log.1}, the newest, to {@code name.log.3}. */
    private static void rotate(Path log) throws IOException {
        for (int age = LOGS_KEPT; age > 0; age--) {
            Path younger = age == 1 ? log : aged(log, age - 1);
            if (Files.exists(younger)) {
                Files.move(younger, aged(log, age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path aged(Path log, int age) {
        return log.resolveSibling(log.getFileName() + "." + age);
    }

    /** Ends each part, so that no two lists of parts look alike. */
    private static void update(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
