package studio.projection.rest.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.domain.StreamType;
import studio.domain.kernel.Kind;
import studio.domain.kernel.StreamKey;
import studio.identity.problem.ProblemException;

class PathsTest {

    @ParameterizedTest
    @CsvSource({
        "backbones, sites, interior-site",
        "backbones, interior-sites, interior-site",
        "backbones, access-points, access-point",
        "backbones, links, link",
        "backbones, certificates, certificate",
        "users, sessions, session",
        "users, tokens, token"
    })
    void shouldKnowWhatACollectionHolds(String streams, String collection, String kind) {
        StreamKey stream = Paths.stream(streams, "acme");

        assertThat(Paths.entity(stream, collection, "x").kind()).isEqualTo(kind);
    }

    @Test
    void shouldReachEveryKindOfEveryStream() {
        for (StreamType<?, ?> type : StreamType.ALL) {
            StreamKey stream = Paths.stream(Paths.plural(type.label()), "acme");
            for (Kind<?> kind : type.kinds()) {
                assertThat(Paths.entity(stream, Paths.plural(kind.label()), "x").kind())
                        .isEqualTo(kind.label());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"library, libraries", "process, processes", "site-class, site-classes", "user, users"})
    void shouldSayManyOfOne(String one, String many) {
        assertThat(Paths.plural(one)).isEqualTo(many);
    }

    @ParameterizedTest
    @CsvSource({"planets, mars", "backbone, acme", "backbones, ACME"})
    void shouldFindNoStreamOfAnotherName(String collection, String name) {
        assertThatThrownBy(() -> Paths.stream(collection, name)).isInstanceOf(ProblemException.class);
    }
}
