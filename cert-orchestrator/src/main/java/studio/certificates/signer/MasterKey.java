package studio.certificates.signer;

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
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key under which all others are sealed: 32 bytes in base64, from the configuration or from a file that only this user can read. */
public final class MasterKey {

    private static final int BYTES = 32;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private MasterKey() {}

    /**
     * The key that is this text.
     *
     * @throws IllegalArgumentException if it is none; the message has nothing of the text
     */
    public static SecretKey parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the master key must be base64");
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("the master key must be " + BYTES + " bytes in base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /**
     * The key in the file, which is made if it may be missing.
     *
     * @param mayMake whether nothing was sealed yet, so that a new key does no harm
     * @throws IllegalStateException if the file is missing or others than its owner can read it
     */
    public static SecretKey read(Path file, boolean mayMake) {
        if (!Files.exists(file)) {
            if (!mayMake) {
                throw new IllegalStateException("the database has keys that were sealed, and " + file
                        + " is missing: restore it from a backup, nothing else opens them");
            }
            make(file);
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.removeAll(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            if (!permissions.isEmpty()) {
                throw new IllegalStateException(file + " must be its owner's alone: chmod 600");
            }
            return parse(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** All at once: a file that is there has a whole key. */
    private static void make(Path file) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "master-key", ".tmp", OWNER_ALONE);
            Files.writeString(whole, Base64.getEncoder().encodeToString(bytes) + "\n", StandardCharsets.US_ASCII);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
