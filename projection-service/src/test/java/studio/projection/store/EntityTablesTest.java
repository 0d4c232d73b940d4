package studio.projection.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;

class EntityTablesTest {

    @Test
    void shouldHaveATableForEveryKindOfEntity() {
        assertThat(EntityTables.ALL.stream().<Object>map(EntityTable::kind))
                .containsExactlyInAnyOrderElementsOf(StreamType.ALL.stream()
                        .flatMap(type -> type.kinds().stream())
                        .<Kind<?>>map(kind -> kind)
                        .distinct()
                        .toList());
    }

    @Test
    void shouldWriteArraysInOneOrderWhateverTheNames() {
        assertThat(Column.array(Set.of(Name.of("null"), Name.of("alice")))).isEqualTo("{\"alice\",\"null\"}");
        assertThat(Column.array(List.of())).isEqualTo("{}");
    }
}
