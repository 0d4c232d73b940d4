package studio.cli.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ScopeOptionsTest {

    @Test
    void shouldTakeAFieldForWhatItIsThoughAScopeHasItsName() {
        // Given
        CommandSpec command = CommandSpec.create();
        ScopeOptions.add(command, List.of(Scope.NETWORK));
        command.addOption(OptionSpec.builder("--image")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());

        // When
        new CommandLine(command).parseArgs("-n", "prem", "--image", "nora/till@1");

        // Then
        assertThat(ScopeOptions.said(command)).containsExactly(entry(Scope.NETWORK, "prem"));
    }
}
