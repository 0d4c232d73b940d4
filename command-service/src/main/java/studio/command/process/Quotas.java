package studio.command.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Event;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.domain.network.NetworkEvent;
import studio.domain.network.NetworkEvent.NetworkCreated;
import studio.domain.network.NetworkEvent.NetworkDeleted;
import studio.domain.network.NetworkQuota;
import studio.domain.user.Quota;
import studio.domain.user.UserEvent.QuotaSet;
import studio.domain.user.UserEvent.UserRemoved;
import studio.schema.StoredEvent;

/**
 * Holds users to their quotas. Whoever makes a network pays for it and for what is in it until it is deleted, whoever owns it by then;
 * for what an administrator makes nobody pays.
 *
 * @param usage what users may have and have, everywhere
 * @param store who pays for which network of this task
 */
record Quotas(Usage usage, StateStore store) {

    /** Says why that event may not happen to these entities, if so. */
    Optional<Rejection> exceeded(Event event, Entities before, Actor actor) {
        if (event instanceof NetworkCreated) {
            return payer(actor)
                    .flatMap(user ->
                            Quota.exceeded("networks", usage.quota(user).networks(), () -> usage.networks(user)));
        }
        return event instanceof NetworkEvent change
                ? store.payer(before.stream()).flatMap(user -> NetworkQuota.exceeded(change, before, usage.quota(user)))
                : Optional.empty();
    }

    private static Optional<Name> payer(Actor actor) {
        return Optional.of(actor)
                .filter(giver -> giver.kind() == Actor.Type.USER && !giver.is(Role.ADMINISTRATOR))
                .map(user -> Name.of(user.name()));
    }

    /** Notes what those events mean for who pays, and returns what everybody has to know of it. */
    List<Usage.Update> note(List<StoredEvent> events, Actor actor) {
        List<Usage.Update> updates = new ArrayList<>();
        for (StoredEvent event : events) {
            StreamKey stream = event.meta().stream();
            switch (event.event()) {
                case NetworkCreated e ->
                    payer(actor).ifPresent(user -> {
                        store.putPayer(stream, user);
                        updates.add(Usage.Update.paid(user, stream.name()));
                    });
                case NetworkDeleted e ->
                    store.payer(stream).ifPresent(user -> {
                        store.forgetPayer(stream);
                        updates.add(Usage.Update.free(user, stream.name()));
                    });
                case QuotaSet e -> updates.add(Usage.Update.quota(stream.name(), e.quota()));
                case UserRemoved e -> updates.add(Usage.Update.quota(stream.name(), Quota.DEFAULT));
                case Event other -> {}
            }
        }
        return updates;
    }
}
