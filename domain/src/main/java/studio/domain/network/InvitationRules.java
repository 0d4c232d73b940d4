package studio.domain.network;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;
import static studio.domain.network.NetworkDecider.unlessDeleting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.domain.kernel.Decision;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Facts;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Name;
import studio.domain.kernel.Overlay;
import studio.domain.kernel.Rejection;
import studio.domain.network.InvitationCommand.ChangeInvitation;
import studio.domain.network.InvitationCommand.ClaimInvitation;
import studio.domain.network.InvitationCommand.CreateInvitation;
import studio.domain.network.InvitationCommand.ExpireInvitation;
import studio.domain.network.InvitationCommand.ReissueInvitation;
import studio.domain.network.InvitationCommand.RevokeInvitation;
import studio.domain.network.InvitationEvent.InvitationChanged;
import studio.domain.network.InvitationEvent.InvitationCreated;
import studio.domain.network.InvitationEvent.InvitationExhausted;
import studio.domain.network.InvitationEvent.InvitationExpired;
import studio.domain.network.InvitationEvent.InvitationReady;
import studio.domain.network.InvitationEvent.InvitationReissued;
import studio.domain.network.InvitationEvent.InvitationRequested;
import studio.domain.network.InvitationEvent.InvitationRevoked;
import studio.domain.network.MemberInvitation.Terms;

/** The rules for invitations; those for claims are {@link ClaimRules}. Making one looks at all invitations, and at no site. */
final class InvitationRules {

    /** Invitations that a network can have. */
    static final int MAX_INVITATIONS = 1_000;

    /** Tokens that open one invitation. */
    static final int MAX_TOKENS = 100;

    private InvitationRules() {}

    static Decision<NetworkEvent> decide(InvitationCommand command, Network network, Entities entities, Facts facts) {
        return switch (command) {
            case CreateInvitation c -> unlessDeleting(network, () -> create(c, entities, facts));
            case ChangeInvitation c ->
                unlessDeleting(network, () -> existing(c, entities, i -> change(c, i, entities, facts)));
            case ReissueInvitation c -> unlessDeleting(network, () -> existing(c, entities, i -> reissue(c, i)));
            case RevokeInvitation c -> existing(c, entities, i -> revoke(c, i));
            case ExpireInvitation c ->
                entities.find(MemberInvitation.KIND, c.invitation())
                        .map(invitation -> expire(c, invitation, facts.now()))
                        .orElseGet(Decision::accept);
            case ClaimInvitation c -> existing(c, entities, i -> ClaimRules.claim(c, i, network, entities, facts));
        };
    }

    private static Decision<NetworkEvent> existing(
            InvitationCommand command, Entities entities, Function<MemberInvitation, Decision<NetworkEvent>> decide) {
        return entities.find(MemberInvitation.KIND, command.invitation())
                .map(decide)
                .orElseGet(() -> reject(unknown(command.invitation())));
    }

    /** There is no such invitation, or none that the token opens: the two read alike on purpose. */
    static Rejection unknown(Name invitation) {
        return Rejection.notFound(MemberInvitation.KIND.key(invitation));
    }

    private static Decision<NetworkEvent> create(CreateInvitation command, Entities entities, Facts facts) {
        Optional<MemberInvitation> there = entities.find(MemberInvitation.KIND, command.invitation());
        if (there.filter(invitation -> !isSpent(invitation)).isPresent()) {
            return reject(Rejection.alreadyExists(MemberInvitation.KIND.key(command.invitation())));
        }
        if (there.isEmpty() && entities.list(MemberInvitation.KIND).size() >= MAX_INVITATIONS) {
            return reject(LIMIT_REACHED, "a network has at most " + MAX_INVITATIONS + " invitations");
        }
        Optional<Rejection> flaw = flaw(command.terms(), entities)
                .or(() -> flawedDeadline(command.terms(), facts.now()))
                .or(() -> EdgeLinks.flaw(command.edgeLinks(), entities));
        return unless(flaw, () -> accept(created(command, entities, facts)));
    }

    /** A name is free again when the invitation is over and no site came by it: those who did still use its links. */
    static boolean isSpent(MemberInvitation invitation) {
        return invitation instanceof MemberInvitation.Revoked && invitation.admitted() == 0;
    }

    private static List<NetworkEvent> created(CreateInvitation command, Entities entities, Facts facts) {
        List<NetworkEvent> events = new ArrayList<>();
        Terms terms = command.terms();
        events.add(new InvitationCreated(
                command.invitation(), facts.ids().next(), terms, SiteClassRules.refs(terms.siteClasses(), entities)));
        Overlay anew = new Overlay(entities);
        anew.apply(EdgeLinks.removals(command.invitation(), entities));
        List<EdgeLink.Wanted> links =
                command.edgeLinks().isEmpty() ? EdgeLinks.toAllAttachments(entities) : command.edgeLinks();
        events.addAll(EdgeLinks.changes(command.invitation(), links, anew, facts));
        return events;
    }

    private static Optional<Rejection> flaw(Terms terms, Entities entities) {
        if (terms.instanceLimit().filter(limit -> limit < 1).isPresent()) {
            return Optional.of(Rejection.ofField(INVALID_VALUE, "terms.instanceLimit", "must be at least 1"));
        }
        return Limits.names("terms.siteClasses", terms.siteClasses())
                .or(() -> Limits.names("terms.requiredMetadata", terms.requiredMetadata()))
                .or(() -> SiteClassRules.unknown("terms.siteClasses", terms.siteClasses(), entities))
                .or(() -> HostAliases.clash(SiteClassRules.refs(terms.siteClasses(), entities), entities));
    }

    private static Optional<Rejection> flawedDeadline(Terms terms, Instant now) {
        return isOver(terms, now)
                ? Optional.of(Rejection.ofField(INVALID_VALUE, "terms.joinDeadline", "must be in the future"))
                : Optional.empty();
    }

    private static Decision<NetworkEvent> change(
            ChangeInvitation command, MemberInvitation invitation, Entities entities, Facts facts) {
        if (invitation instanceof MemberInvitation.Revoked) {
            return reject(revoked(command.invitation()));
        }
        Terms old = invitation.spec().terms();
        Terms terms = command.terms().orElse(old);
        boolean sameDeadline = terms.joinDeadline().equals(old.joinDeadline());
        Optional<Rejection> flaw = (terms.equals(old) ? Optional.<Rejection>empty() : flaw(terms, entities))
                .or(() -> sameDeadline ? Optional.empty() : flawedDeadline(terms, facts.now()))
                .or(() -> command.edgeLinks().flatMap(links -> EdgeLinks.flaw(links, entities)));
        return unless(flaw, () -> accept(changed(command, invitation, terms, entities, facts)));
    }

    private static List<NetworkEvent> changed(
            ChangeInvitation command, MemberInvitation invitation, Terms terms, Entities entities, Facts facts) {
        List<NetworkEvent> events = new ArrayList<>();
        if (!terms.equals(invitation.spec().terms())) {
            events.add(new InvitationChanged(
                    command.invitation(), terms, SiteClassRules.refs(terms.siteClasses(), entities)));
        }
        command.edgeLinks()
                .ifPresent(links -> events.addAll(EdgeLinks.changes(command.invitation(), links, entities, facts)));
        return events;
    }

    private static Decision<NetworkEvent> reissue(ReissueInvitation command, MemberInvitation invitation) {
        if (invitation instanceof MemberInvitation.Revoked) {
            return reject(revoked(command.invitation()));
        }
        List<?> tokens = invitation.spec().tokenHashes();
        boolean known = tokens.contains(command.tokenHash()) && (tokens.size() == 1 || !command.replace());
        if (known) {
            return accept();
        }
        return !command.replace() && tokens.size() >= MAX_TOKENS
                ? reject(
                        LIMIT_REACHED, "an invitation has at most " + MAX_TOKENS + " tokens; replace them by a new one")
                : accept(new InvitationReissued(command.invitation(), command.tokenHash(), command.replace()));
    }

    private static Rejection revoked(Name invitation) {
        return Rejection.of(WRONG_STATE, "invitation '" + invitation + "' was revoked");
    }

    private static Decision<NetworkEvent> revoke(RevokeInvitation command, MemberInvitation invitation) {
        return invitation instanceof MemberInvitation.Revoked
                ? accept()
                : accept(new InvitationRevoked(command.invitation()));
    }

    /** The deadline may have changed since the timer was set; another was set then. */
    private static Decision<NetworkEvent> expire(ExpireInvitation command, MemberInvitation invitation, Instant now) {
        boolean closed =
                invitation instanceof MemberInvitation.Expired || invitation instanceof MemberInvitation.Revoked;
        return !closed && isOver(invitation.spec().terms(), now)
                ? accept(new InvitationExpired(command.invitation()))
                : accept();
    }

    static boolean isOver(Terms terms, Instant now) {
        return terms.joinDeadline().filter(deadline -> !now.isBefore(deadline)).isPresent();
    }

    static boolean isFull(MemberInvitation invitation) {
        return invitation
                .spec()
                .terms()
                .instanceLimit()
                .filter(limit -> invitation.admitted() >= limit)
                .isPresent();
    }

    /** What the invitation becomes by what is true now, if that is another state than its own. */
    static Optional<NetworkEvent> transition(MemberInvitation invitation, Entities entities, Instant now) {
        Name name = Name.of(invitation.meta().name());
        if (invitation instanceof MemberInvitation.Revoked) {
            return Optional.empty();
        }
        if (isOver(invitation.spec().terms(), now)) {
            return invitation instanceof MemberInvitation.Expired
                    ? Optional.empty()
                    : Optional.of(new InvitationExpired(name));
        }
        if (isFull(invitation)) {
            return invitation instanceof MemberInvitation.Exhausted
                    ? Optional.empty()
                    : Optional.of(new InvitationExhausted(name));
        }
        if (EdgeLinks.leadSomewhere(name, entities)) {
            return invitation instanceof MemberInvitation.Ready
                    ? Optional.empty()
                    : Optional.of(new InvitationReady(name));
        }
        return invitation instanceof MemberInvitation.Requested
                ? Optional.empty()
                : Optional.of(new InvitationRequested(name));
    }
}
