package studio.domain.network;

import static studio.domain.kernel.Change.put;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entities;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;
import studio.domain.network.HomeEvent.HomeClaimed;
import studio.domain.network.HomeEvent.HomeInvited;
import studio.domain.network.HomeEvent.HomePlaced;
import studio.domain.network.HomeEvent.HomeReady;
import studio.domain.network.HomeEvent.HomeReported;

/** What each event changes in the network's home. */
final class HomeEvolution {

    private HomeEvolution() {}

    static List<Change> evolve(HomeEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        return switch (event) {
            case HomePlaced e -> placed(e, recorded, entities);
            case HomeInvited e -> List.of(put(invited(e, recorded, entities)));
            case HomeClaimed e -> List.of(put(claimed(e, recorded, entities)));
            case HomeReady e -> {
                Home home = requested(recorded, entities);
                yield List.of(put(new Home.Ready(home.meta(), home.spec())));
            }
            case HomeReported e -> List.of(put(reported(e, recorded, entities)));
        };
    }

    /** With a home that was there go its certificates: it has nothing to say any more. */
    private static List<Change> placed(HomePlaced event, Recorded<NetworkEvent> recorded, Entities entities) {
        List<Change> changes = new ArrayList<>();
        entities.find(Home.KIND, entities.stream().name())
                .ifPresent(old -> changes.addAll(NetworkCertificates.removals(
                        NetworkCertificates.home(old.meta().uid()), entities)));
        ObjectMeta meta = ObjectMeta.created(entities.stream().name(), event.uid(), recorded);
        changes.add(
                put(new Home.Requested(meta, new Home.Spec(event.placement(), Optional.empty(), Optional.empty()))));
        return changes;
    }

    private static Home invited(HomeInvited event, Recorded<NetworkEvent> recorded, Entities entities) {
        Home home = requested(recorded, entities);
        return new Home.Requested(
                home.meta().changed(recorded),
                new Home.Spec(home.spec().placement(), Optional.of(event.tokenHash()), Optional.empty()));
    }

    private static Home claimed(HomeClaimed event, Recorded<NetworkEvent> recorded, Entities entities) {
        Home home = requested(recorded, entities);
        return new Home.Requested(
                home.meta().changed(recorded),
                new Home.Spec(home.spec().placement(), Optional.empty(), Optional.of(event.keyDigest())));
    }

    private static Home requested(Recorded<NetworkEvent> recorded, Entities entities) {
        Home home = entities.get(Home.KIND, entities.stream().name());
        if (!(home instanceof Home.Requested)) {
            throw recorded.impossibleFor(home);
        }
        return home;
    }

    private static Home reported(HomeReported event, Recorded<NetworkEvent> recorded, Entities entities) {
        Home home = entities.get(Home.KIND, entities.stream().name());
        if (home instanceof Home.Requested) {
            throw recorded.impossibleFor(home);
        }
        return new Home.Running(
                home.meta(), home.spec(), event.reach(), event.address().or(home::knownAddress), recorded.at());
    }
}
