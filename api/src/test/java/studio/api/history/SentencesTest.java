package studio.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.api.json.StudioJson;
import studio.domain.kernel.Actor;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Event;
import studio.domain.kernel.StreamKey;
import studio.testkit.sample.Samples;

/** Keeps the page docs/reference/sentences.md, too; {@code -Dstudio.rewrite=true} writes it. */
class SentencesTest {

    private static final Path PAGE = Path.of("../docs/reference/sentences.md");

    static Stream<Class<? extends Event>> events() {
        return SampledSentences.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldTellEveryEventWhateverIsAbsent(Class<? extends Event> event) {
        for (long seed = 1; seed <= 30; seed++) {
            for (Samples samples : new Samples[] {Samples.complete(seed), Samples.of(seed)}) {
                // When
                String sentence = Sentences.of(SampledSentences.told(event, samples));

                // Then
                assertThat(sentence)
                        .as("seed %d", seed)
                        .hasSizeBetween(10, Sentences.MAX_LENGTH)
                        .doesNotContain("{", "}", "[", "]", "unknown", "null", "Optional", "  ", "()", ": ,")
                        .doesNotEndWith(":")
                        .doesNotEndWith(" ")
                        .doesNotEndWith(",");
            }
        }
    }

    @Test
    void shouldHaveNoTemplateForAnEventThatDoesNotExist() {
        assertThat(events().map(Class::getSimpleName)).containsAll(Sentences.withTemplates());
    }

    @Test
    void shouldBeShownOnThePage() throws IOException {
        if (Boolean.getBoolean("studio.rewrite")) {
            Files.writeString(PAGE, SentencesPage.text());
        }
        assertThat(PAGE).as("run this test with -Dstudio.rewrite=true").hasContent(SentencesPage.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TicketRevoked | ticket/guests | {"ticket": "guests"} | Ticket guests revoked by alice
            MemberSiteJoined | member-site/paris | {"site": "paris", "uid": "u", "platform": "linux"} | Member site paris joined by alice: platform linux
            SiteReady | member-site/paris | {"site": "paris"} | Site paris ready, told by alice
            CableLinked | service-link/db | {"link": "db", "members": ["a", "b"]} | Cable linked (service link db) by alice: members a, b
            NetworkOffered | network/shop | {"to": {"users": ["bob"], "groups": ["ops"]}, "ports": {"from": 1, "to": 2}} | Network shop offered by alice: to bob and group ops, ports 1-2
            """)
    void shouldMakeUpASentenceWithoutATemplate(String type, String subject, String data, String sentence)
            throws JsonProcessingException {
        Told told = new Told(
                type,
                StreamKey.parse("network/shop"),
                EntityKey.parse(subject),
                "alice",
                StudioJson.json().readTree(data));

        assertThat(Sentences.of(told)).isEqualTo(sentence);
    }

    @Test
    void shouldNameEveryKindOfActor() {
        assertThat(Stream.of(Actor.Type.values()).map(kind -> Sentences.actor(kind, "x")))
                .containsExactly("x", "the x service", "site x", "the home x", "the clock");
    }

    @Test
    void shouldBeginWithACapitalUnlessItBeginsWithAName() throws JsonProcessingException {
        Told told = new Told(
                "UserResumed",
                StreamKey.parse("user/bob"),
                EntityKey.parse("user/bob"),
                Sentences.actor(Actor.Type.TIMER, "timer"),
                StudioJson.json().readTree("{}"));

        assertThat(Sentences.of(told)).isEqualTo("The clock let user bob act again");
    }
}
