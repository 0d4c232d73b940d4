package studio.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneEvent;
import studio.domain.backbone.InteriorSite;
import studio.domain.kernel.Command;
import studio.domain.kernel.Event;
import studio.domain.kernel.Recorded;
import studio.domain.network.MemberSite;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkEvent;
import studio.domain.plan.Audience;
import studio.domain.plan.Document;
import studio.domain.plan.Item;
import studio.domain.plan.PlannedStream;
import studio.domain.spec.LiveStream;

/** What holds of everything that is planned, whatever happens: planning again what an event concerns is as planning all. */
class PlanPropertiesTest {

    private static <C extends Command, E extends Event> PlannedStream planned(LiveStream<C, E> stream) {
        PlannedStream planned = new PlannedStream(stream.entities().stream());
        for (Recorded<E> recorded : stream.history()) {
            planned.happen(recorded);
            planned.check();
        }
        return planned;
    }

    @Histories
    void interiorSitesHaveWhatThePlanSays(List<Integer> numbers) {
        LiveStream<BackboneCommand, BackboneEvent> stream = History.play(new BackboneMoves(), numbers);
        PlannedStream planned = planned(stream);
        assertThat(planned.audiences())
                .containsAll(stream.entities().list(InteriorSite.KIND).stream()
                        .map(site -> new Audience.OfInterior(site.meta().uid()))
                        .toList());
    }

    @Histories
    void networksSitesHaveWhatThePlanSays(List<Integer> numbers) {
        LiveStream<NetworkCommand, NetworkEvent> stream = History.play(new NetworkMoves(), numbers);
        PlannedStream planned = planned(stream);
        for (MemberSite site : stream.entities().list(MemberSite.KIND)) {
            Stream<List<Item>> received = Document.audiences(
                            stream.entities(), site.meta().uid())
                    .stream()
                    .map(planned::items);
            assertThat(Document.of(received))
                    .extracting(Item::key, Item::digest)
                    .isEqualTo(
                            digests(Document.of(stream.entities(), site.meta().uid())));
        }
    }

    private static List<Tuple> digests(List<Item> items) {
        return items.stream()
                .map(item -> Tuple.tuple(item.key(), item.digest()))
                .toList();
    }
}
