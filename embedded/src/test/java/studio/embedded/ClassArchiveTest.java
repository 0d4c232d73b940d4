package studio.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    private Path directory;

    @Test
    void shouldBelongToTheJarsThatItWasMadeFrom() throws IOException {
        // Given
        Path jar = Files.writeString(directory.resolve("program.jar"), "code");
        Path archives = directory.resolve("classes/program");
        ClassArchive old = ClassArchive.in(archives, List.of(jar));
        Files.writeString(old.file(), "classes");
        ClassArchive same = ClassArchive.in(archives, List.of(jar));
        assertThat(same.file()).exists();

        // When
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        ClassArchive other = ClassArchive.in(archives, List.of(jar));

        // Then
        assertThat(same).isEqualTo(old);
        assertThat(other).isNotEqualTo(old);
        assertThat(archives).isEmptyDirectory();
    }

    @Test
    void shouldNotMakeAnotherProgram() {
        // Given
        Launch launch = launch("-XX:SharedArchiveFile=a.jsa");

        // When
        Launch same = launch("-XX:SharedArchiveFile=b.jsa");

        // Then
        assertThat(same.fingerprint()).isEqualTo(launch.fingerprint());
        assertThat(launch("-Xmx1g").fingerprint()).isNotEqualTo(launch.fingerprint());
    }

    private static Launch launch(String option) {
        return new Launch(List.of("java", option), Map.of(), List.of());
    }
}
