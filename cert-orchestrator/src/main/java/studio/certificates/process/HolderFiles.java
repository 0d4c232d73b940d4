package studio.certificates.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.certificates.signer.Certificates;
import studio.certificates.signer.HolderKey;
import studio.certificates.signer.KeyKind;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.StreamKey;

/**
 * Keys that are made here for holders that run here. Each generation has a directory of its own,
 * {@code {kind}/{name}/{ordinal}/}: {@code key.pem} for its owner alone, {@code public.pem}, and {@code chain.pem} once the certificate is
 * in the log. Whoever uses them takes the highest ordinal that has a chain. {@code root.pem} is what they all trust. Beside a home's
 * generations {@code network.txt} has its network's name; when the home is gone, so is its directory.
 */
final class HolderFiles {

    private static final String KEY = "key.pem";
    private static final String PUBLIC = "public.pem";
    private static final String CHAIN = "chain.pem";

    private final Path directory;

    HolderFiles(Path directory) {
        this.directory = directory;
    }

    private Path of(CertificateSubject subject, int ordinal) {
        return of(subject.kind(), subject.name().value()).resolve(Integer.toString(ordinal));
    }

    private Path of(CertificateSubject.Kind kind, String name) {
        return directory
                .resolve(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .resolve(name);
    }

    /** The key of that generation; a new one if there is none. */
    HolderKey key(CertificateSubject subject, int ordinal, KeyKind kind) {
        Path place = of(subject, ordinal);
        try {
            if (!Files.exists(place.resolve(KEY))) {
                KeyPair keys = kind.make();
                Files.createDirectories(place);
                write(
                        place.resolve(PUBLIC),
                        Certificates.pem("PUBLIC KEY", keys.getPublic().getEncoded()),
                        "rw-r--r--");
                write(
                        place.resolve(KEY),
                        Certificates.pem("PRIVATE KEY", keys.getPrivate().getEncoded()),
                        "rw-------");
            }
            String text = Files.readString(place.resolve(PUBLIC), StandardCharsets.US_ASCII);
            byte[] der = Base64.getMimeDecoder().decode(text.replaceAll("-----[^-]+-----", ""));
            return HolderKey.of(KeyFactory.getInstance(kind.algorithm()).generatePublic(new X509EncodedKeySpec(der)));
        } catch (IOException e) {
            throw new UncheckedIOException(place + " cannot be read or written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key in " + place + " cannot be read", e);
        }
    }

    /** A certificate whose key may have been made here is in the log. */
    void issued(CertificateSubject subject, int ordinal, String chain) {
        Path place = of(subject, ordinal);
        if (subject.kind() == CertificateSubject.Kind.ROOT) {
            writeText(directory.resolve("root.pem"), chain);
        } else if (Files.exists(place.resolve(KEY))) {
            writeText(place.resolve(CHAIN), chain);
        }
    }

    /** Says beside a home's keys, if they were made here, which network is its. */
    void named(CertificateSubject subject, StreamKey stream) {
        Path place = of(subject.kind(), subject.name().value());
        if (subject.kind() == CertificateSubject.Kind.NETWORK_HOME && Files.isDirectory(place)) {
            writeText(place.resolve("network.txt"), stream.name().value());
        }
    }

    /** A holder is gone: nobody needs its keys any more. */
    void gone(CertificateSubject.Kind kind, String name) {
        Path place = of(kind, name);
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(place)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(place + " cannot be deleted", e);
        }
    }

    /** Has somebody else sign the root: writes what is to be signed, and gives what was, once it is there. */
    Optional<String> exchange(String request) {
        writeText(directory.resolve("root-request.pem"), request);
        Path answer = directory.resolve("root-chain.pem");
        try {
            return Files.exists(answer)
                    ? Optional.of(Files.readString(answer, StandardCharsets.US_ASCII))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(answer + " cannot be read", e);
        }
    }

    private void writeText(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            write(file, text, "rw-r--r--");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** All at once: a file that is there is whole, and never was anybody else's to read. */
    private static void write(Path file, String text, String permissions) throws IOException {
        Path whole = Files.createTempFile(
                file.getParent(),
                "new",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, text, StandardCharsets.US_ASCII);
        Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString(permissions));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
