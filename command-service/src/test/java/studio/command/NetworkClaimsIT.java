package studio.command;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.command.Participants.claim;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.command.submit.CommandSubmitter;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Rejection.Reason;
import studio.domain.network.MemberInvitation;
import studio.domain.network.MemberSite;
import studio.schema.CommandOutcome;

/** Who is let in when many ask at a time, decided by the running processor. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class NetworkClaimsIT {

    private static final int PLACES = 20;

    @Inject
    CommandSubmitter submitter;

    private Studio owner;
    private String path;
    private Participants participants;

    @BeforeEach
    void makeNetwork() {
        owner = Studio.user(Studio.uniqueName("owner"), "[\"network-owner\"]");
        String network = Studio.uniqueName("shop");
        path = "/api/v1/networks/" + network;
        owner.send("{\"name\":\"" + network + "\",\"backbone\":\"acme\",\"accessPoints\":[\"west\"]}")
                .post("/api/v1/networks")
                .then()
                .statusCode(201);
        participants = new Participants(submitter, network);
        participants.activate("west");
    }

    /** Makes an invitation and returns a token that opens it. */
    private String invite(String name, String terms) {
        owner.send("{\"name\":\"" + name + "\",\"terms\":" + terms + "}")
                .post(path + "/invitations")
                .then()
                .statusCode(201);
        return owner.ask()
                .post(path + "/invitations/" + name + "/artifact?platform=linux")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    private List<CommandOutcome> claimAtOnce(String invitation, String token, int claims) {
        List<CompletableFuture<CommandOutcome>> promised = IntStream.rangeClosed(1, claims)
                .mapToObj(key -> participants.start(Actor.CLAIMS, claim(invitation, token, Optional.empty(), key)))
                .toList();
        return promised.stream().map(CompletableFuture::join).toList();
    }

    private Optional<Reason> refusal(String invitation, String token) {
        return participants
                .start(Actor.CLAIMS, claim(invitation, token, Optional.empty(), 1_000_000))
                .join()
                .rejection()
                .map(CommandOutcome.Refusal::reason);
    }

    @Test
    void shouldLetInExactlyAsManyAsThereArePlaces() {
        // Given
        String token = invite("stores", "{\"instanceLimit\":" + PLACES + "}");

        // When
        List<CommandOutcome> outcomes = claimAtOnce("stores", token, 10 * PLACES);

        // Then
        assertThat(outcomes).filteredOn(CommandOutcome::accepted).hasSize(PLACES);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.accepted())
                .hasSize(9 * PLACES)
                .allSatisfy(outcome ->
                        assertThat(outcome.rejection().orElseThrow().reason()).isEqualTo(Reason.INVITATION_EXHAUSTED));
        assertThat(participants.entities().list(MemberSite.KIND)).hasSize(PLACES);
        assertThat(participants.entities().get(MemberInvitation.KIND, Name.of("stores")))
                .isInstanceOf(MemberInvitation.Exhausted.class)
                .extracting(MemberInvitation::admitted)
                .isEqualTo((long) PLACES);
    }

    @Test
    void shouldSayWhyAnInvitationLetsNobodyIn() {
        // Given
        Instant soon = Instant.now().plus(Duration.ofSeconds(3));
        String late = invite("late", "{\"joinDeadline\":\"" + soon + "\"}");
        String full = invite("full", "{\"instanceLimit\":1}");
        String gone = invite("gone", "{}");

        // When
        claimAtOnce("full", full, 1);
        owner.ask().post(path + "/invitations/gone/revoke").then().statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> Instant.now().isAfter(soon));

        // Then
        assertThat(refusal("late", late)).hasValue(Reason.INVITATION_EXPIRED);
        assertThat(refusal("full", full)).hasValue(Reason.INVITATION_EXHAUSTED);
        assertThat(refusal("gone", gone)).hasValue(Reason.INVITATION_REVOKED);
        assertThat(refusal("gone", "studio_join_wrong")).hasValue(Reason.NOT_FOUND);
    }
}
