package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.kernel.Rejection.Reason.ALREADY_EXISTS;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.LIMIT_REACHED;
import static studio.domain.kernel.Rejection.Reason.NOT_FOUND;
import static studio.domain.network.Networks.EAST;
import static studio.domain.network.Networks.GOLD;
import static studio.domain.network.Networks.OWNER;
import static studio.domain.network.Networks.SILVER;
import static studio.domain.network.Networks.START;
import static studio.domain.network.Networks.STORES;
import static studio.domain.network.Networks.TOKEN;
import static studio.domain.network.Networks.WEST;
import static studio.domain.network.Networks.claim;
import static studio.domain.network.Networks.digest;
import static studio.domain.network.Networks.some;
import static studio.domain.network.Networks.terms;
import static studio.domain.spec.StreamSpec.ANY_UID;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.network.InvitationCommand.ChangeInvitation;
import studio.domain.network.InvitationCommand.CreateInvitation;
import studio.domain.network.InvitationCommand.ExpireInvitation;
import studio.domain.network.InvitationCommand.ReissueInvitation;
import studio.domain.network.InvitationCommand.RevokeInvitation;
import studio.domain.network.InvitationEvent.EdgeLinkRemoved;
import studio.domain.network.InvitationEvent.EdgeLinkSet;
import studio.domain.network.InvitationEvent.InvitationChanged;
import studio.domain.network.InvitationEvent.InvitationCreated;
import studio.domain.network.InvitationEvent.InvitationExpired;
import studio.domain.network.InvitationEvent.InvitationReady;
import studio.domain.network.InvitationEvent.InvitationRequested;
import studio.domain.network.MemberInvitation.Terms;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;

class InvitationTest {

    private static final Name CELLARS = Name.of("cellars");
    private static final Instant DEADLINE = START.plus(Duration.ofHours(2));

    private static final DecisionTable BY_STATE = DecisionTable.of("""
        command      | requested          | ready              | exhausted            | expired            | revoked
        create       | ALREADY_EXISTS     | ALREADY_EXISTS     | ALREADY_EXISTS       | ALREADY_EXISTS     | InvitationCreated
        change       | InvitationChanged  | InvitationChanged  | InvitationChanged    | InvitationChanged  | WRONG_STATE
        link         | EdgeLinkSet        | EdgeLinkSet        | EdgeLinkSet          | EdgeLinkSet        | WRONG_STATE
        change naught| same               | same               | same                 | same               | WRONG_STATE
        reissue      | InvitationReissued | InvitationReissued | InvitationReissued   | InvitationReissued | WRONG_STATE
        same token   | same               | same               | same                 | same               | WRONG_STATE
        revoke       | InvitationRevoked  | InvitationRevoked  | InvitationRevoked    | InvitationRevoked  | same
        expire       | same               | same               | same                 | same               | same
        claim        | NOT_YET            | SiteAdmitted       | INVITATION_EXHAUSTED | INVITATION_EXPIRED | INVITATION_REVOKED
        """);

    private static final Map<String, Supplier<StreamSpec<NetworkCommand, NetworkEvent>>> STATES = Map.of(
            "requested", Networks::requested,
            "ready", Networks::empty,
            "exhausted",
                    () -> changed(terms(Optional.of(1L), Optional.empty(), GOLD))
                            .given(Actor.CLAIMS, claim(Name.of("rome"), 5)),
            "expired", InvitationTest::expired,
            "revoked", () -> Networks.empty().given(OWNER, new RevokeInvitation(STORES)));

    private static StreamSpec<NetworkCommand, NetworkEvent> changed(Terms terms) {
        return Networks.empty().given(OWNER, change(terms));
    }

    private static ChangeInvitation change(Terms terms) {
        return new ChangeInvitation(STORES, Optional.of(terms), Optional.empty());
    }

    private static ChangeInvitation link(EdgeLink.Wanted... links) {
        return new ChangeInvitation(STORES, Optional.empty(), Optional.of(List.of(links)));
    }

    private static StreamSpec<NetworkCommand, NetworkEvent> expired() {
        return changed(terms(Optional.empty(), Optional.of(DEADLINE), GOLD))
                .later(Duration.ofHours(2))
                .given(Actor.TIMER, new ExpireInvitation(STORES));
    }

    @TestFactory
    Stream<DynamicTest> shouldDecideByState() {
        return BY_STATE.tests((row, column) -> {
            NetworkCommand command = switch (row) {
                case "create" -> new CreateInvitation(STORES, terms(), List.of());
                case "change" -> change(terms(GOLD, SILVER));
                case "link" -> link(new EdgeLink.Wanted(EAST, 2), new EdgeLink.Wanted(WEST, 1));
                case "change naught" -> new ChangeInvitation(STORES, Optional.empty(), Optional.empty());
                case "reissue" -> new ReissueInvitation(STORES, digest(7), false);
                case "same token" -> new ReissueInvitation(STORES, TOKEN, true);
                case "revoke" -> new RevokeInvitation(STORES);
                case "expire" -> new ExpireInvitation(STORES);
                case "claim" -> claim(Name.of("milan"), 6);
                default -> throw new AssertionError(row);
            };
            Actor giver = switch (row) {
                case "expire" -> Actor.TIMER;
                case "claim" -> Actor.CLAIMS;
                default -> OWNER;
            };
            return DecisionTable.effect(
                    DecisionTable.named(column, STATES).get().stream().submit(giver, command));
        });
    }

    @Test
    void shouldLeadToAllAttachmentsIfNobodySaysWhere() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.empty();
        spec.when(OWNER, new CreateInvitation(CELLARS, terms(), List.of()))
                .then(
                        new InvitationCreated(CELLARS, ANY_UID, terms(), Set.of()),
                        new EdgeLinkSet(CELLARS, EAST, ANY_UID, 1),
                        new EdgeLinkSet(CELLARS, WEST, ANY_UID, 1),
                        new InvitationReady(CELLARS));
    }

    @Test
    void shouldFreeTheNameOfARevokedInvitationByWhichNobodyCame() {
        StreamSpec<NetworkCommand, NetworkEvent> spec =
                DecisionTable.named("revoked", STATES).get();
        spec.when(OWNER, new CreateInvitation(STORES, terms(), List.of(new EdgeLink.Wanted(WEST, 2))))
                .then(
                        new InvitationCreated(STORES, ANY_UID, terms(), Set.of()),
                        new EdgeLinkSet(STORES, WEST, ANY_UID, 2),
                        new InvitationReady(STORES));
        assertThat(EdgeLinks.of(STORES, spec.stream().entities()))
                .singleElement()
                .extracting(EdgeLink::accessPoint)
                .isEqualTo(WEST);
    }

    @Test
    void shouldKeepTheNameOfARevokedInvitationWhoseLinksSitesUse() {
        Networks.empty()
                .given(Actor.CLAIMS, claim(Name.of("rome"), 5))
                .given(OWNER, new RevokeInvitation(STORES))
                .when(OWNER, new CreateInvitation(STORES, terms(), List.of()))
                .thenRejected(ALREADY_EXISTS, "name");
    }

    @Test
    void shouldWaitAgainWhenItsLinksLeadNowhere() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.empty();
        spec.when(OWNER, link(new EdgeLink.Wanted(EAST, 1)))
                .then(new EdgeLinkRemoved(STORES, WEST), new InvitationRequested(STORES));
        spec.given(Actor.BACKBONE_ORCHESTRATOR, Networks.record(spec, EAST));
        assertThat(spec.get(MemberInvitation.KIND, "stores")).isInstanceOf(MemberInvitation.Ready.class);
    }

    @Test
    void shouldRejectLinksThatCannotBe() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.empty();
        spec.when(OWNER, link(new EdgeLink.Wanted(Name.of("north"), 1))).thenRejected(NOT_FOUND, "edgeLinks");
        spec.when(OWNER, link(new EdgeLink.Wanted(WEST, 0))).thenRejected(INVALID_VALUE, "edgeLinks");
        spec.when(OWNER, link(new EdgeLink.Wanted(WEST, 101))).thenRejected(INVALID_VALUE, "edgeLinks");
        spec.when(OWNER, link(new EdgeLink.Wanted(WEST, 1), new EdgeLink.Wanted(WEST, 2)))
                .thenRejected(INVALID_VALUE, "edgeLinks");
    }

    @Test
    void shouldRejectTermsThatCannotBe() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.empty();
        spec.when(OWNER, change(terms(Optional.of(0L), Optional.empty())))
                .thenRejected(INVALID_VALUE, "terms.instanceLimit");
        spec.when(OWNER, change(terms(Optional.empty(), Optional.of(START))))
                .thenRejected(INVALID_VALUE, "terms.joinDeadline");
        spec.when(OWNER, change(terms(Name.of("tin")))).thenRejected(NOT_FOUND, "terms.siteClasses");
        spec.when(OWNER, new CreateInvitation(CELLARS, terms(Optional.empty(), Optional.of(START)), List.of()))
                .thenRejected(INVALID_VALUE, "terms.joinDeadline");
    }

    @Test
    void shouldOpenAgainWithMorePlacesOrMoreTime() {
        Terms more = terms(Optional.of(2L), Optional.empty());
        DecisionTable.named("exhausted", STATES)
                .get()
                .when(OWNER, change(more))
                .then(new InvitationChanged(STORES, more, Set.of()), new InvitationReady(STORES));
        Terms longer = terms(Optional.empty(), Optional.of(DEADLINE.plusSeconds(60)));
        expired()
                .when(OWNER, change(longer))
                .then(new InvitationChanged(STORES, longer, Set.of()), new InvitationReady(STORES));
    }

    @Test
    void shouldExpireAtItsDeadlineAndNotBefore() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = changed(terms(Optional.empty(), Optional.of(DEADLINE)));
        spec.when(Actor.TIMER, new ExpireInvitation(STORES)).then();
        spec.later(Duration.ofHours(2))
                .when(Actor.TIMER, new ExpireInvitation(STORES))
                .then(new InvitationExpired(STORES));
    }

    @Test
    void shouldHaveNoMoreThanFit() {
        StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.empty();
        spec.happened(IntStream.range(1, InvitationRules.MAX_INVITATIONS)
                .mapToObj(i -> new InvitationCreated(Name.of("stores-" + i), some(100 + i), terms(), Set.of()))
                .toArray(NetworkEvent[]::new));
        spec.when(OWNER, new CreateInvitation(CELLARS, terms(), List.of())).thenRejected(LIMIT_REACHED);
    }
}
