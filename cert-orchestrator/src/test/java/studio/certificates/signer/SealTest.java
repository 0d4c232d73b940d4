package studio.certificates.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    @TempDir
    private Path directory;

    private SecretKey key(String name) {
        return MasterKey.read(directory.resolve(name), true);
    }

    @Test
    void shouldOpenWhatItSealedForTheSameLabelAlone() {
        // Given
        Seal seal = new Seal(key("one"));
        byte[] sealed = seal.seal("authority a", new byte[] {1, 2, 3});

        // When, Then
        assertThat(seal.open("authority a", sealed)).containsExactly(1, 2, 3);
        assertThatIllegalStateException().isThrownBy(() -> seal.open("authority b", sealed));
    }

    @Test
    void shouldNotOpenWithAnotherKeyOrAfterAChange() {
        // Given
        Seal seal = new Seal(key("one"));
        byte[] sealed = seal.seal("a", new byte[] {1, 2, 3});
        byte[] changed = sealed.clone();
        changed[sealed.length - 1] ^= 1;

        // When, Then
        assertThatIllegalStateException().isThrownBy(() -> new Seal(key("other")).open("a", sealed));
        assertThatIllegalStateException().isThrownBy(() -> seal.open("a", changed));
        assertThatIllegalStateException().isThrownBy(() -> seal.open("a", new byte[] {1}));
    }

    @Test
    void shouldSealTheSameDifferentlyEachTime() {
        Seal seal = new Seal(key("one"));
        assertThat(seal.seal("a", new byte[] {1})).isNotEqualTo(seal.seal("a", new byte[] {1}));
    }

    @Test
    void shouldMakeTheMasterKeyOnceForItsOwnerAlone() throws IOException {
        // When
        SecretKey made = key("deep/master-key");

        // Then
        assertThat(key("deep/master-key").getEncoded()).isEqualTo(made.getEncoded());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("deep/master-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldNotTakeAKeyThatOthersCanRead() throws IOException {
        // Given
        key("one");
        Files.setPosixFilePermissions(directory.resolve("one"), PosixFilePermissions.fromString("rw-r-----"));

        // When, Then
        assertThatIllegalStateException().isThrownBy(() -> key("one")).withMessageContaining("chmod 600");
    }

    @Test
    void shouldNotMakeAnotherKeyWhenSomethingWasSealed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MasterKey.read(directory.resolve("gone"), false))
                .withMessageContaining("backup");
    }

    @Test
    void shouldTakeNoOtherTextForAKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> MasterKey.parse("not base64!"));
        assertThatIllegalArgumentException().isThrownBy(() -> MasterKey.parse("AAAA"));
    }
}
