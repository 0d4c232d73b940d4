package studio.agent.enrol;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import studio.domain.kernel.Name;
import studio.domain.network.AcceptancePolicy;

/**
 * What whoever runs the join says.
 *
 * @param site     the name that the site shall have; whoever invited says if absent
 * @param platform what it runs on
 * @param metadata what the invitation asks for
 * @param policy   what happens to changes that nobody looked at
 */
public record Claim(Optional<Name> site, String platform, Map<String, String> metadata, AcceptancePolicy policy) {

    /** Keeps its own copy. */
    public Claim {
        metadata = Map.copyOf(metadata);
    }

    String json(JoinBundle bundle, String request) {
        JsonObject accepting = new JsonObject()
                .put("accept", policy.mode() == AcceptancePolicy.Mode.ACCEPT_ALL ? "accept-all" : "ask");
        policy.until().map(Instant::toString).ifPresent(until -> accepting.put("until", until));
        JsonObject claim = new JsonObject()
                .put("token", bundle.token())
                .put("certificateRequest", request)
                .put("platform", platform)
                .put("metadata", new JsonObject(Map.copyOf(metadata)))
                .put("policy", accepting);
        site.ifPresent(name -> claim.put("site", name.value()));
        return claim.encode();
    }
}
