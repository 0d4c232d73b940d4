package studio.command.process;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.command.process.LiveStreams.ADMIN;
import static studio.command.process.LiveStreams.WEST;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.command.process.TopologyContext.Given;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection.Reason;
import studio.domain.kernel.StreamKey;
import studio.domain.network.MemberCommand.ReportSite;
import studio.domain.network.MemberSite;
import studio.schema.CommandOutcome;

/** Commands that name their subject by a uid, which an index leads from. */
class SiteSubjectTest {

    private static final StreamKey SHOP = StreamType.NETWORK.key(Name.of("shop"));
    private static final Name STORES = Name.of("stores");

    private final LiveStreams streams = new LiveStreams();

    @AfterEach
    void close() {
        streams.close();
    }

    private MemberSite join() {
        streams.give(SHOP, ADMIN, LiveStreams.network(WEST));
        streams.activate(SHOP);
        streams.invite(SHOP, ADMIN, STORES);
        streams.claim(SHOP, STORES, "key");
        streams.sign(SHOP);
        return streams.entities(SHOP).list(MemberSite.KIND).getFirst();
    }

    private CommandOutcome report(MemberSite site, long expected) {
        Actor agent = new Actor(Actor.Type.SITE, site.meta().uid().toString(), Set.of(), Set.of());
        ReportSite report = new ReportSite(site.meta().uid(), 1, List.of());
        return streams.give(
                Given.command("report-" + expected, SHOP, agent, report).expecting(expected));
    }

    @Test
    void shouldShowTheSiteWhenItHasChangedMeanwhile() {
        // Given
        MemberSite site = join();

        // When
        CommandOutcome outcome = report(site, 1);

        // Then
        assertThat(outcome.rejection()).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.REVISION_CONFLICT);
            assertThat(refusal.current().orElseThrow())
                    .contains("\"name\":\"" + site.meta().name() + "\"");
        });
    }

    @Test
    void shouldExpectTheRevisionThatIsShownOfASite() {
        // Given
        MemberSite site = join();

        // When
        CommandOutcome outcome = report(site, site.meta().revision());

        // Then
        assertThat(outcome.rejection()).isEmpty();
        assertThat(outcome.subjectUid()).hasValue(site.meta().uid().toString());
        assertThat(outcome.subjectRevision()).isEqualTo(site.meta().revision());
    }
}
