package studio.domain.network;

import static studio.domain.kernel.Change.put;
import static studio.domain.kernel.Change.remove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Change;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.Recorded;
import studio.domain.network.InvitationEvent.EdgeLinkRemoved;
import studio.domain.network.InvitationEvent.EdgeLinkSet;
import studio.domain.network.InvitationEvent.InvitationChanged;
import studio.domain.network.InvitationEvent.InvitationCreated;
import studio.domain.network.InvitationEvent.InvitationExhausted;
import studio.domain.network.InvitationEvent.InvitationExpired;
import studio.domain.network.InvitationEvent.InvitationReady;
import studio.domain.network.InvitationEvent.InvitationReissued;
import studio.domain.network.InvitationEvent.InvitationRequested;
import studio.domain.network.InvitationEvent.InvitationRevoked;
import studio.domain.network.MemberInvitation.Spec;

/** What each event changes in invitations and their links. */
final class InvitationEvolution {

    private InvitationEvolution() {}

    static List<Change> evolve(InvitationEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        return switch (event) {
            case InvitationCreated e -> {
                List<Change> changes = new ArrayList<>(EdgeLinks.removals(e.invitation(), entities));
                changes.add(put(created(e, recorded, entities)));
                yield changes;
            }
            case InvitationChanged e -> {
                MemberInvitation i = open(e, recorded, entities);
                Spec spec = new Spec(e.terms(), e.siteClasses(), i.spec().tokenHashes());
                yield List.of(put(i.with(i.meta().changed(recorded), spec, i.admitted())));
            }
            case InvitationReissued e -> List.of(put(reissued(e, recorded, entities)));
            case InvitationRevoked e -> {
                MemberInvitation i = open(e, recorded, entities);
                yield List.of(put(new MemberInvitation.Revoked(i.meta().changed(recorded), i.spec(), i.admitted())));
            }
            case InvitationRequested e -> {
                MemberInvitation i = open(e, recorded, entities);
                yield List.of(put(new MemberInvitation.Requested(i.meta(), i.spec(), i.admitted())));
            }
            case InvitationReady e -> {
                MemberInvitation i = open(e, recorded, entities);
                yield List.of(put(new MemberInvitation.Ready(i.meta(), i.spec(), i.admitted())));
            }
            case InvitationExhausted e -> {
                MemberInvitation i = open(e, recorded, entities);
                yield List.of(put(new MemberInvitation.Exhausted(i.meta(), i.spec(), i.admitted())));
            }
            case InvitationExpired e -> {
                MemberInvitation i = open(e, recorded, entities);
                yield List.of(put(new MemberInvitation.Expired(i.meta(), i.spec(), i.admitted())));
            }
            case EdgeLinkSet e -> List.of(put(linked(e, recorded, entities)));
            case EdgeLinkRemoved e ->
                List.of(remove(entities.get(EdgeLink.key(e.invitation(), e.accessPoint()))
                        .key()));
        };
    }

    private static MemberInvitation created(
            InvitationCreated event, Recorded<NetworkEvent> recorded, Entities entities) {
        entities.find(MemberInvitation.KIND, event.invitation())
                .filter(there -> !InvitationRules.isSpent(there))
                .ifPresent(there -> {
                    throw recorded.impossibleFor(there);
                });
        return new MemberInvitation.Requested(
                ObjectMeta.created(event.invitation(), event.uid(), recorded),
                new Spec(event.terms(), event.siteClasses(), List.of()),
                0);
    }

    private static MemberInvitation open(InvitationEvent event, Recorded<NetworkEvent> recorded, Entities entities) {
        MemberInvitation invitation = entities.get(MemberInvitation.KIND, event.invitation());
        if (invitation instanceof MemberInvitation.Revoked) {
            throw recorded.impossibleFor(invitation);
        }
        return invitation;
    }

    private static MemberInvitation reissued(
            InvitationReissued event, Recorded<NetworkEvent> recorded, Entities entities) {
        MemberInvitation invitation = open(event, recorded, entities);
        List<Digest> tokens =
                new ArrayList<>(event.replace() ? List.of() : invitation.spec().tokenHashes());
        tokens.add(event.tokenHash());
        Spec spec = new Spec(invitation.spec().terms(), invitation.spec().siteClasses(), tokens);
        return invitation.with(invitation.meta().changed(recorded), spec, invitation.admitted());
    }

    private static EdgeLink linked(EdgeLinkSet event, Recorded<NetworkEvent> recorded, Entities entities) {
        open(event, recorded, entities);
        EntityKey key = EdgeLink.key(event.invitation(), event.accessPoint());
        Optional<ObjectMeta> old = entities.find(key).map(link -> link.meta().changed(recorded));
        ObjectMeta meta = old.orElseGet(
                () -> new ObjectMeta(key.name(), event.uid(), recorded.revision(), recorded.at(), recorded.at()));
        return new EdgeLink(meta, event.invitation(), event.accessPoint(), event.priority());
    }
}
