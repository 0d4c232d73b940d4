package studio.command.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {

    @TempDir
    private Path directory;

    @Test
    void shouldKeepAPasswordForItsOwnerAlone() throws IOException {
        // Given
        PasswordFile file = new PasswordFile(directory.resolve("new"));

        // When
        String password = file.readOrMake();

        // Then
        assertThat(password).hasSizeGreaterThan(20);
        assertThat(file.path()).content().isEqualToIgnoringNewLines(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldGoOnWithThePasswordThatIsThere() {
        // Given
        String first = new PasswordFile(directory).readOrMake();

        // When
        String again = new PasswordFile(directory).readOrMake();

        // Then
        assertThat(again).isEqualTo(first);
    }

    @Test
    void shouldLeaveNothingBehind() {
        // Given
        PasswordFile file = new PasswordFile(directory);
        file.readOrMake();

        // When
        file.discard();

        // Then
        assertThat(directory).isEmptyDirectory();
    }
}
