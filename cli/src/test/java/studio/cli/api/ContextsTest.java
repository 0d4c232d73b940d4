package studio.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextsTest {

    private static final Context CONTEXT =
            new Context(URI.create("http://127.0.0.1:8080"), "ann", Optional.of("secret"), Map.of("network", "shop"));

    @TempDir
    private Path directory;

    @Test
    void shouldKnowNothingAtFirst() {
        assertThat(contexts().read().inUse()).isEmpty();
    }

    @Test
    void shouldKeepWhatIsInUseForItsOwnerAlone() throws IOException {
        // When
        contexts().use("here", CONTEXT);

        // Then
        assertThat(contexts().read().inUse()).contains(CONTEXT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldForgetOneAndKeepTheOthers() {
        // Given
        contexts().use("here", CONTEXT);
        contexts().use("there", CONTEXT);

        // When
        contexts().forget("there");

        // Then
        assertThat(contexts().read().current()).isEmpty();
        assertThat(contexts().read().contexts()).containsOnlyKeys("here");
    }

    @Test
    void shouldSayWhichFileCannotBeRead() throws IOException {
        // Given
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{");

        // Then
        assertThatThrownBy(() -> contexts().read())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file().toString());
    }

    @Test
    void shouldRememberAPositionForAMoment() {
        // When
        contexts().position("here").keep("3-17");

        // Then
        assertThat(contexts().position("here").last()).contains("3-17");
        assertThat(contexts().position("there").last()).isEmpty();
    }

    private Path file() {
        return directory.resolve("studio/contexts.json");
    }

    private Contexts contexts() {
        return new Contexts(file());
    }
}
