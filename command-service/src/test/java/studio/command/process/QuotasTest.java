package studio.command.process;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.command.process.LiveStreams.ADMIN;
import static studio.command.process.LiveStreams.WEST;
import static studio.command.process.LiveStreams.network;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection.Reason;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.domain.network.InvitationCommand.RevokeInvitation;
import studio.domain.network.MemberInvitation;
import studio.domain.network.NetworkCommand.DeleteNetwork;
import studio.domain.user.Quota;
import studio.domain.user.UserCommand.RegisterUser;
import studio.domain.user.UserCommand.SetQuota;
import studio.schema.CommandOutcome;

/** How much of the installation a user takes, over all streams. */
class QuotasTest {

    private static final Actor NORA = Actor.user(Name.of("nora"), Set.of(Role.NETWORK_OWNER), Set.of());
    private static final StreamKey USER = StreamType.USER.key(Name.of("nora"));
    private static final StreamKey SHOP = StreamType.NETWORK.key(Name.of("shop"));
    private static final StreamKey STORE = StreamType.NETWORK.key(Name.of("store"));
    private static final Name STORES = Name.of("stores");

    private final LiveStreams streams = new LiveStreams();

    @AfterEach
    void close() {
        streams.close();
    }

    @BeforeEach
    void limit() {
        streams.give(USER, ADMIN, new RegisterUser(Set.of(Role.NETWORK_OWNER), Set.of()));
        streams.give(USER, ADMIN, new SetQuota(new Quota(1, 2, 1, 50)));
    }

    private static void assertRefused(CommandOutcome outcome, String detail) {
        assertThat(outcome.rejection()).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.QUOTA_EXCEEDED);
            assertThat(refusal.detail()).isEqualTo(detail);
        });
    }

    private CommandOutcome invite(StreamKey network, String name) {
        return streams.invite(network, NORA, Name.of(name));
    }

    private CommandOutcome claim(StreamKey network, String key) {
        return streams.claim(network, STORES, key);
    }

    private void open(StreamKey network) {
        streams.activate(network);
        assertThat(invite(network, "stores").accepted()).isTrue();
    }

    @Test
    void shouldLetAUserMakeAsManyNetworksAsItMayHave() {
        // Given
        streams.give(SHOP, NORA, network(WEST));

        // When
        CommandOutcome second = streams.give(STORE, NORA, network(WEST));

        // Then
        assertRefused(second, "the quota 'networks' is 1, and 1 are in use");
        assertThat(streams.entities(STORE).list(MemberInvitation.KIND)).isEmpty();
        streams.give(SHOP, ADMIN, new DeleteNetwork(true));
        assertThat(streams.give(STORE, NORA, network(WEST)).accepted()).isTrue();
    }

    @Test
    void shouldLetAUserHaveMoreWhenItsQuotaRises() {
        // Given
        streams.give(SHOP, NORA, network(WEST));

        // When
        streams.give(USER, ADMIN, new SetQuota(Quota.DEFAULT));

        // Then
        assertThat(streams.give(STORE, NORA, network(WEST)).accepted()).isTrue();
    }

    @Test
    void shouldChargeNobodyForWhatAnAdministratorMakes() {
        // Given
        streams.give(STORE, ADMIN, network(WEST));
        streams.activate(STORE);

        // When, then
        assertThat(streams.give(SHOP, NORA, network(WEST)).accepted()).isTrue();
        assertThat(invite(STORE, "stores").accepted()).isTrue();
        assertThat(invite(STORE, "others").accepted()).isTrue();
    }

    @Test
    void shouldCountTheInvitationsThatAreNotOver() {
        // Given
        streams.give(SHOP, NORA, network(WEST));
        open(SHOP);

        // When
        CommandOutcome second = invite(SHOP, "others");

        // Then
        assertRefused(second, "the quota 'invitationsPerNetwork' is 1, and 1 are in use");
        streams.give(SHOP, NORA, new RevokeInvitation(STORES));
        assertThat(invite(SHOP, "others").accepted()).isTrue();
    }

    @Test
    void shouldLetInAsManySitesAsTheNetworkMayHave() {
        // Given
        streams.give(SHOP, NORA, network(WEST));
        open(SHOP);
        assertThat(claim(SHOP, "one").accepted()).isTrue();
        assertThat(claim(SHOP, "two").accepted()).isTrue();

        // When
        CommandOutcome third = claim(SHOP, "three");

        // Then
        assertRefused(third, "the quota 'sitesPerNetwork' is 2, and 2 are in use");
        assertThat(claim(SHOP, "one").accepted()).as("who is in already").isTrue();
    }
}
