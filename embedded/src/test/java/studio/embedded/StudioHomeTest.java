package studio.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioHomeTest {

    @TempDir
    private Path directory;

    @Test
    void shouldKeepASecretForItsOwner() throws IOException {
        // Given
        StudioHome home = StudioHome.at(directory.resolve("home"));

        // When
        String secret = home.secret("postgres");

        // Then
        assertThat(secret).hasSize(32).isEqualTo(home.secret("postgres")).isNotEqualTo(home.secret("registry"));
        assertThat(permissions(home.secretFile("postgres"))).isEqualTo("rw-------");
        assertThat(permissions(home.root())).isEqualTo("rwx------");
    }

    @Test
    void shouldEraseOnlyWhatItMade() throws IOException {
        // Given
        StudioHome home = StudioHome.at(directory);
        home.secret("postgres");
        StudioHome.replace(home.data("kafka").resolve("log/record"), "data");
        Path cached = Files.createDirectories(home.cache());
        Path foreign = Files.writeString(directory.resolve("notes"), "mine");

        // When
        home.erase();

        // Then
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(cached) && !path.equals(foreign));
        assertThat(foreign).exists();
        assertThat(cached).exists();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
