package studio.command.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The file that has the first administrator's password until somebody has read it; nobody but this service's user can. */
final class PasswordFile {

    private static final int PASSWORD_BYTES = 18;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;

    PasswordFile(Path dataDir) {
        this.file = dataDir.resolve("admin-password");
    }

    Path path() {
        return file;
    }

    /** The password in the file; a new one if there is no file. A start that was cut short therefore goes on with the same password. */
    String readOrMake() {
        if (!Files.exists(file)) {
            write(random());
        }
        return read();
    }

    /** All at once: a file that is there has a whole password. */
    private void write(String password) {
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(file.getParent(), "admin-password", ".tmp", OWNER_ALONE);
            Files.writeString(whole, password + System.lineSeparator(), StandardCharsets.UTF_8);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** Takes away a password that is nobody's, because another instance gave the first administrator another. */
    void discard() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted", e);
        }
    }

    private String read() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
