package studio.home.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;

/**
 * Lets in whoever can read a file of this machine's owner: it has a link that can be used once, and then has another one; and whom the
 * Service Home vouches for. Sessions are in memory, the oldest makes room.
 */
final class SignIn {

    private static final int SECRET_BYTES = 32;

    private final Path file;
    private final Duration life;
    private final int limit;
    private final SecureRandom random = new SecureRandom();
    private final Deque<Session> sessions = new ArrayDeque<>();
    private Optional<String> code = Optional.empty();
    private String origin = "";

    private record Session(String token, Reach reach, Instant end) {}

    SignIn(Path file, Duration life, int limit) {
        this.file = file;
        this.life = life;
        this.limit = limit;
    }

    /** Writes the first link, to that origin. */
    synchronized void begin(String reachedAt) throws IOException {
        origin = reachedAt;
        renew();
    }

    private void renew() throws IOException {
        String next = secret();
        code = Optional.of(next);
        Path draft = Files.createTempFile(
                Files.createDirectories(file.toAbsolutePath().getParent()),
                "link",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, origin + "/?code=" + next + "\n", StandardCharsets.US_ASCII);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A session for whoever has the link's code, which is used up. */
    synchronized Optional<String> redeem(String given, Instant now) throws IOException {
        boolean right = code.filter(expected -> equal(expected, given)).isPresent();
        if (!right) {
            return Optional.empty();
        }
        renew();
        return Optional.of(begin(new Reach.All(), now.plus(life)));
    }

    /** A session that reaches so far. */
    synchronized String begin(Reach reach, Instant end) {
        String token = secret();
        if (sessions.size() >= limit) {
            sessions.removeFirst();
        }
        sessions.addLast(new Session(token, reach, end));
        return token;
    }

    /** How far the session with that token reaches, if there is one. */
    synchronized Optional<Reach> find(String token, Instant now) {
        sessions.removeIf(session -> !now.isBefore(session.end()));
        return sessions.stream()
                .filter(session -> equal(session.token(), token))
                .map(Session::reach)
                .findFirst();
    }

    /** Takes as long whatever differs. */
    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
