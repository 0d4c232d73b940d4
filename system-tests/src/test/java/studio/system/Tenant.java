package studio.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import studio.system.ApiClient.Answer;

/**
 * One customer of the installation: who runs its backbone, and who runs networks on it. All names begin with the tenant's.
 *
 * @param name          the tenant's name
 * @param backboneOwner runs its backbone
 * @param networkOwner  runs networks on it, and publishes what they run
 * @param participants  whoever speaks for machines
 */
record Tenant(String name, ApiClient backboneOwner, ApiClient networkOwner, Participants participants) {

    private static final String PASSWORD = "correct horse battery staple";

    /** Registers a tenant's people and makes a backbone and a library. */
    static Tenant begin(String name, ApiClient admin, StudioSystem system, Participants participants) {
        Tenant tenant = new Tenant(
                name,
                signIn(name + "-bea", "backbone-owner", admin, system),
                signIn(name + "-nora", "network-owner", admin, system),
                participants);
        tenant.makeBackbone();
        tenant.publishImages();
        return tenant;
    }

    /** Registers a user and signs it in. */
    static ApiClient signIn(String name, String role, ApiClient admin, StudioSystem system) {
        Answer registered =
                done(admin.post("/users", Map.of("name", name, "roles", List.of(role), "password", PASSWORD)));
        // The sign-in looks into the tables, which follow the log by a moment.
        assertThat(admin.after(registered).get("/users/" + name).status()).isEqualTo(200);
        return system.api().signIn(name, PASSWORD);
    }

    /** The answer to a command that was accepted. */
    static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        return answer;
    }

    String backbone() {
        return name + "-backbone";
    }

    /** Who publishes the images, and under what name. */
    String publisher() {
        return name + "-nora";
    }

    /** Two interior sites, linked, each with an access point that is offered to the network owner. */
    private void makeBackbone() {
        String path = "/backbones/" + backbone();
        done(backboneOwner.post("/backbones", Map.of("name", backbone())));
        for (String site : List.of("east", "west")) {
            done(backboneOwner.post(path + "/sites", Map.of("name", site, "platform", "linux")));
            accessPoint(site + "-member", site, "member", "7000-7009", List.of(publisher()));
        }
        accessPoint("east-peer", "east", "peer", "55671", List.of());
        Answer link = done(backboneOwner.post(path + "/links", Map.of("from", "west", "accessPoint", "east-peer")));
        participants.certify(backbone());
        participants.appear(backbone(), "east");
        participants.appear(backbone(), "west");
        assertThat(backboneOwner.get(path).json().path("state").asText()).isEqualTo("ready");
        assertThat(networkOwner
                        .after(link)
                        .get("/access-points")
                        .json()
                        .path("items")
                        .findValuesAsText("name"))
                .containsExactly("east-member", "west-member");
        assertThat(networkOwner.get(path).status()).isEqualTo(404);
    }

    private void accessPoint(String point, String site, String use, String ports, List<String> users) {
        done(backboneOwner.post(
                "/backbones/" + backbone() + "/access-points",
                Map.of(
                        "name",
                        point,
                        "site",
                        site,
                        "use",
                        use,
                        "host",
                        site + ".example.net",
                        "ports",
                        ports,
                        "offeredTo",
                        Map.of("users", users))));
    }

    /** What runs at headquarters, and what runs at customers' premises. */
    private void publishImages() {
        String library = "/libraries/" + publisher();
        for (String service : List.of("orders", "watch")) {
            done(networkOwner.post(library + "/services", Map.of("name", service, "protocol", "http", "port", 8080)));
        }
        done(networkOwner.post(library + "/images/backend/versions", offering("orders")));
        done(networkOwner.post(library + "/images/monitoring/versions", offering("watch")));
        Map<String, Object> requirement = Map.of("service", publisher() + "/orders", "host", "orders", "port", 5432);
        Answer last = done(networkOwner.post(
                library + "/images/shop-floor/versions",
                Map.of("version", "1", "artifacts", artifacts("shop-floor"), "requires", List.of(requirement))));
        assertThat(networkOwner
                        .after(last)
                        .get(library + "/images/backend/versions/1")
                        .json()
                        .path("offers")
                        .findValuesAsText("service"))
                .containsExactly(publisher() + "/orders");
    }

    private Map<String, Object> offering(String service) {
        return Map.of(
                "version",
                "1",
                "artifacts",
                artifacts(service),
                "offers",
                List.of(Map.of("service", publisher() + "/" + service, "port", 8080)));
    }

    private Map<String, String> artifacts(String image) {
        return Map.of("kubernetes", "quay.io/" + publisher() + "/" + image + "@sha256:" + "ab".repeat(32));
    }
}
