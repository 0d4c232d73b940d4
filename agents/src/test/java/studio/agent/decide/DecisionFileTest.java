package studio.agent.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Ref;

class DecisionFileTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Ref WEB = new Ref(Name.of("web"), new Uid(new UUID(1, 2)));

    @TempDir
    Path directory;

    private final TestKey key = new TestKey("ours");

    private Decisions decisions() {
        Decisions none = Decisions.none(
                new Uid(new UUID(3, 4)), new AcceptancePolicy(AcceptancePolicy.Mode.ACCEPT_ALL, Optional.of(NOW)));
        Statement.Said said = new Statement.Said(
                WEB.uid().toString(), "d1:x", Verdict.ACCEPT, "", Map.of("host", "db", "port", "1"), "pat");
        return none.after(Statement.sign(1, said, NOW, key), WEB);
    }

    private Path file() {
        return directory.resolve("decided.json");
    }

    @Test
    void shouldReadWhatItWrote() throws IOException {
        new DecisionFile(file(), key).write(decisions());

        assertThat(new DecisionFile(file(), key).read()).contains(decisions());
    }

    @Test
    void shouldBelieveNobodyElsesDecisions() throws IOException {
        new DecisionFile(file(), new TestKey("another")).write(decisions());

        assertThat(new DecisionFile(file(), key).read()).isEmpty();
        assertThat(directory.resolve("decided.json.damaged")).exists();
    }

    @Test
    void shouldBelieveNothingThatWasChanged() throws IOException {
        new DecisionFile(file(), key).write(decisions());
        Files.writeString(file(), Files.readString(file()).replace("d1:x", "d1:y"));

        assertThat(new DecisionFile(file(), key).read()).isEmpty();
    }

    @Test
    void shouldSignWhatTheNetworkChecks() {
        Statement statement = decisions().stances().values().stream()
                .flatMap(stance -> stance.latest().stream())
                .findFirst()
                .orElseThrow();

        assertThat(statement.text())
                .isEqualTo("1\n" + WEB.uid() + "\nd1:x\naccept\n\n{\"host\":\"db\",\"port\":\"1\"}");
    }
}
