package studio.system;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.system.Tenant.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import studio.domain.network.AcceptancePolicy;
import studio.system.ApiClient.Answer;

/** The steps of the scenario, each with what its people see afterwards. */
final class CustomerPremStory {

    private static final String CAUSE = "our data stays here";

    private final Tenant tenant;
    private final Participants participants;
    private final String network;
    private final String path;
    private final Map<String, String> tokens = new HashMap<>();
    private ApiClient user;

    /** A network of that name, which the tenant does not have yet. */
    CustomerPremStory(Tenant tenant, String network) {
        this.tenant = tenant;
        this.user = tenant.networkOwner();
        this.participants = tenant.participants();
        this.network = network;
        this.path = "/networks/" + network;
    }

    /** Gives a command that is accepted; whatever the user reads next shows it. */
    private Answer post(String below, Object body) {
        Answer answer = done(user.post(path + below, body));
        user = user.after(answer);
        return answer;
    }

    private void patch(String below, Object body) {
        user = user.after(done(user.patch(path + below, body)));
    }

    private JsonNode read(String below) {
        Answer answer = user.get(path + below);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void seen(String position) {
        user = user.with("Studio-Min-Position", position);
    }

    /** Step 1: User creates a new Application Network. */
    void createNetwork() {
        user = user.after(done(user.post(
                "/networks",
                Map.of("name", network, "backbone", tenant.backbone(), "accessPoints", List.of("east-member")))));
        assertThat(read("").path("state").asText()).isEqualTo("requested");
        participants.activate(network, tenant.backbone(), "east");
        assertThat(read("").path("state").asText()).isEqualTo("active");
        assertThat(read("/attachments/east-member").path("target").path("host").asText())
                .isEqualTo("east.example.net");
    }

    /** Step 2: User generates an invitation for the headquarters site. */
    void inviteHeadquarters() {
        invite("headquarters", Map.of("ownSite", true, "instanceLimit", 1));
    }

    private void invite(String invitation, Map<String, Object> terms) {
        post("/invitations", Map.of("name", invitation, "terms", terms));
        Answer artifact = post("/invitations/" + invitation + "/artifact?platform=kubernetes", Map.of());
        tokens.put(invitation, artifact.json().path("token").asText());
        assertThat(read("/invitations/" + invitation).path("state").asText()).isEqualTo("ready");
        assertThat(read("/invitations/" + invitation).toString()).doesNotContain(token(invitation));
    }

    private String token(String invitation) {
        return Objects.requireNonNull(tokens.get(invitation), invitation);
    }

    /** Step 3: HQ invitation is invoked on a namespace. Whoever runs the join there accepts all changes. */
    void invokeAtHeadquarters() {
        seen(participants.join(network, "headquarters", token("headquarters"), "hq", AcceptancePolicy.ACCEPT_ALL));
        assertThat(read("/invitations/headquarters").path("state").asText()).isEqualTo("exhausted");
    }

    /** Step 4: User creates a site class for "gold". */
    void makeClassGold() {
        post("/site-classes", Map.of("name", "gold", "labels", Map.of("tier", "1")));
        assertThat(read("/site-classes").path("items").findValuesAsText("name")).containsExactly("gold");
    }

    /** Step 5: User creates an invitation for a customer for site-class "gold". */
    void inviteCustomer(String customer) {
        invite(customer, Map.of("siteClasses", List.of("gold"), "instanceLimit", 1));
    }

    /** Step 6: Customer-A invokes the invitation in their namespace. */
    void invokeAtCustomer(String customer) {
        seen(participants.join(network, customer, token(customer), customer, AcceptancePolicy.ASK));
    }

    /** Step 7: User observes the joining of HQ and customer-A in the application network console. */
    void observeJoined(String... sites) {
        JsonNode list = read("/sites");
        assertThat(list.path("items").findValuesAsText("name")).containsExactly(sites);
        assertThat(list.path("items").findValuesAsText("state")).containsOnly("connected");
        assertThat(read("/sites/customer-a").path("siteClasses").path(0).asText())
                .isEqualTo("gold");
    }

    /** Step 8: User composes an application with HQ and customer-prem container images and interconnect dependencies. */
    void compose() {
        for (String process : List.of("backend", "shop-floor", "monitoring")) {
            post("/processes", Map.of("name", process, "allocation", Map.of(), "image", image(process)));
        }
        link("orders", "network", List.of(offers("backend"), requires("shop-floor")));
        link("watch", "site", List.of(offers("monitoring")));
        assertThat(read("/service-links/orders").path("requires").path(0).asText())
                .isEqualTo("shop-floor");
    }

    /** A part of step 8: the way into each customer's monitoring, at headquarters. */
    void composeIngress() {
        Map<String, Object> ingress =
                Map.of("service", service("watch"), "port", 9000, "slots", 10, "fan", "per-offering-site");
        post(
                "/ingresses",
                Map.of("name", "dashboards", "allocation", Map.of("sites", List.of("hq")), "ingress", ingress));
        patch("/service-links/watch", Map.of("members", List.of(offers("monitoring"), requires("dashboards"))));
    }

    /** Another part of step 8: a way out at headquarters. */
    void composeEgress() {
        post(
                "/egresses",
                Map.of(
                        "name",
                        "mail",
                        "allocation",
                        Map.of("sites", List.of("hq")),
                        "egress",
                        Map.of("service", service("mail"), "host", "mail.example.net", "port", 25)));
    }

    private String image(String process) {
        return tenant.publisher() + "/" + process + "@1";
    }

    private String service(String name) {
        return tenant.publisher() + "/" + name;
    }

    private void link(String name, String scope, List<Map<String, String>> members) {
        post("/service-links", Map.of("name", name, "service", service(name), "scope", scope, "members", members));
    }

    private static Map<String, String> offers(String endpoint) {
        return Map.of("endpoint", endpoint, "role", "offers");
    }

    private static Map<String, String> requires(String endpoint) {
        return Map.of("endpoint", endpoint, "role", "requires");
    }

    /** Step 9: User allocates components of the application to HQ and to "gold". */
    void allocate() {
        Answer preview = user.patch(
                path + "/processes/backend?dryRun=true", Map.of("allocation", Map.of("sites", List.of("hq"))));
        assertThat(preview.json().path("events").findValuesAsText("type"))
                .containsExactly("studio.events.EndpointChanged");
        patch("/processes/backend", Map.of("allocation", Map.of("sites", List.of("hq"))));
        for (String process : List.of("shop-floor", "monitoring")) {
            patch("/processes/" + process, Map.of("allocation", Map.of("siteClasses", List.of("gold"))));
        }
        assertThat(standing("hq", "process/backend")).isEqualTo("accepted");
    }

    private JsonNode item(String site, String key) {
        return items(site)
                .filter(item -> item.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " at " + site));
    }

    private Stream<JsonNode> items(String site) {
        return read("/sites/" + site + "/plan").path("items").valueStream();
    }

    private List<String> keys(String site) {
        return items(site).map(item -> item.path("key").asText()).toList();
    }

    private String standing(String site, String key) {
        return item(site, key).path("standing").asText();
    }

    /** Step 10: Customer-A opens the site console and sees the list of changes the application wants to make locally. */
    void showChanges(String customer) {
        assertThat(items(customer).filter(item -> item.path("standing").asText().equals("proposed")))
                .extracting(item -> item.path("key").asText())
                .contains("process/monitoring", "process/shop-floor");
        assertThat(item(customer, "process/shop-floor").path("spec").toString())
                .contains("quay.io/" + tenant.publisher() + "/shop-floor@sha256:");
        assertThat(keys(customer)).doesNotContain("process/backend");
    }

    /** Step 11: Customer-A accepts all changes. */
    void acceptAll(String customer) {
        seen(participants.accept(network, customer, "shop-floor", "monitoring"));
        assertThat(items(customer).map(item -> item.path("standing").asText())).doesNotContain("proposed");
        assertThat(standing(customer, "process/monitoring")).isEqualTo("accepted");
    }

    /** Step 12: Customer-A observes the deployment of artifacts locally. */
    void observeDeployment(String customer) {
        participants.report(network, "hq", "backend");
        seen(participants.report(network, customer, "shop-floor", "monitoring"));
        assertThat(keys(customer))
                .contains(
                        "process/shop-floor",
                        "listener/orders:5432",
                        "process/monitoring",
                        "connector/monitoring/" + service("watch"),
                        "link/east-member");
        assertThat(read("/sites/" + customer + "/endpoints/shop-floor/why")
                        .path("here")
                        .findValuesAsText("code"))
                .containsExactly("running");
    }

    /** Step 14: Customer-B declines the deployment of one component (the customer monitoring image). */
    void declineMonitoring(String customer) {
        seen(participants.accept(network, customer, "shop-floor"));
        seen(participants.decline(network, customer, CAUSE, "monitoring"));
        assertThat(standing(customer, "process/monitoring")).isEqualTo("declined");
        assertThat(standing(customer, "process/shop-floor")).isEqualTo("accepted");
    }

    /** Step 15: User observes that no ingress is created at HQ for Customer-B monitoring. */
    void observeNoIngressFor(String declining, String accepting) {
        String uid = read("/sites/" + declining).path("uid").asText();
        String other = read("/sites/" + accepting).path("uid").asText();
        assertThat(keys("hq"))
                .contains("ingress/dashboards", "ingress/dashboards/" + other)
                .noneMatch(key -> key.contains(uid));
        assertThat(item("hq", "ingress/dashboards/" + other)
                        .path("spec")
                        .path("name")
                        .asText())
                .isEqualTo("dashboards-" + accepting);
        JsonNode why = read("/sites/hq/endpoints/dashboards/why");
        assertThat(why.path("peers").findValuesAsText("text"))
                .containsExactly("'" + declining + "' declined 'monitoring': " + CAUSE);
        assertThat(why.path("peers").findValuesAsText("code")).containsExactly("declined");
        JsonNode monitoring = read("/changes/monitoring");
        assertThat(monitoring.path("items").findValuesAsText("standing")).containsExactly("accepted", "declined");
    }
}
