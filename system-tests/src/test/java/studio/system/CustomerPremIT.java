package studio.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The mission's demo scenario "Customer Prem Software", from the backbone to its last step, on a real installation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerPremIT {

    private Tenant tenant;
    private ApiClient stranger;
    private Participants participants;

    @BeforeAll
    void start() {
        StudioSystem system = StudioSystem.shared();
        ApiClient admin = system.administrator();
        participants = new Participants(system, admin);
        tenant = Tenant.begin("prem", admin, system, participants);
        stranger = Tenant.signIn("prem-mallory", "network-owner", admin, system);
    }

    @AfterAll
    void stop() {
        participants.close();
    }

    private CustomerPremStory begin(String network) {
        CustomerPremStory story = new CustomerPremStory(tenant, network);
        story.createNetwork();
        story.inviteHeadquarters();
        story.invokeAtHeadquarters();
        story.makeClassGold();
        story.inviteCustomer("customer-a");
        story.invokeAtCustomer("customer-a");
        story.observeJoined("customer-a", "hq");
        return story;
    }

    @Test
    void shouldMakeNoIngressForTheCustomerWhoDeclines() {
        CustomerPremStory story = begin("prem-shop");
        story.compose();
        story.composeIngress();
        story.allocate();
        story.showChanges("customer-a");
        story.acceptAll("customer-a");
        story.observeDeployment("customer-a");
        story.inviteCustomer("customer-b");
        story.invokeAtCustomer("customer-b");
        story.observeJoined("customer-a", "customer-b", "hq");
        story.showChanges("customer-b");
        story.declineMonitoring("customer-b");
        story.observeNoIngressFor("customer-b", "customer-a");
        assertThat(stranger.get("/networks/prem-shop/sites/hq/plan").status()).isEqualTo(404);
    }

    @Test
    void shouldMakeNoIngressForTheCustomerWhoDeclinedBeforeThereWasOne() {
        CustomerPremStory story = begin("prem-store");
        story.inviteCustomer("customer-b");
        story.invokeAtCustomer("customer-b");
        story.compose();
        story.allocate();
        story.declineMonitoring("customer-b");
        story.acceptAll("customer-a");
        story.observeDeployment("customer-a");
        story.composeIngress();
        story.observeNoIngressFor("customer-b", "customer-a");
    }
}
