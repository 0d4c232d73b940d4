package studio.projection.rest;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.api.json.StudioJson;
import studio.api.json.Word;
import studio.domain.kernel.Entities;
import studio.domain.network.Deployment;
import studio.domain.network.Endpoint;
import studio.domain.network.MemberSite;
import studio.domain.network.Ref;
import studio.domain.plan.Cause;
import studio.domain.plan.Document;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;

/**
 * All that a site is to have.
 *
 * @param network  the network
 * @param site     the site
 * @param uid      the site's uid
 * @param items    what it is to have, by key
 */
public record PlanView(String network, String site, String uid, List<ItemView> items) {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    /**
     * One thing that a site is to have.
     *
     * @param key      names it within the plan, such as `process/web`
     * @param kind     `process`, `connector`, `listener`, `ingress`, `instance`, `egress`, `link`, `decision`, `certificate`, `halt` or
     *                 `decommission`
     * @param digest   what is equal is the same
     * @param standing `proposed`, `accepted` or `declined`; absent where nobody is asked
     * @param spec     what it is
     * @param previous what it was and, for a site that has accepted nothing newer, still is; the newest first
     * @param cause    where it comes from
     */
    public record ItemView(
            String key,
            String kind,
            String digest,
            Optional<String> standing,

            @Schema(description = "What it is; each kind has fields of its own.")
            Map<String, Object> spec,

            List<PreviousView> previous,
            CauseView cause) {}

    /**
     * What an item was.
     *
     * @param digest the digest of the endpoint's version that it belongs to
     * @param spec   what it was
     */
    public record PreviousView(
            String digest,

            @Schema(description = "What it was.") Map<String, Object> spec) {}

    /**
     * What says so.
     *
     * @param entity   the kind and name of the entity that says so
     * @param revision the network's revision from which it says so
     */
    public record CauseView(String entity, long revision) {

        static CauseView of(Cause cause) {
            return new CauseView(cause.entity().toString(), cause.revision());
        }
    }

    static PlanView of(Entities entities, MemberSite site, Instant now) {
        return new PlanView(
                entities.stream().name().value(),
                site.meta().name(),
                site.meta().uid().toString(),
                Document.of(entities, site.meta().uid()).stream()
                        .map(item -> view(item, standing(item.spec(), entities, site, now)))
                        .toList());
    }

    private static ItemView view(Item item, Optional<Deployment.Standing> standing) {
        return new ItemView(
                item.key(),
                Word.of(item.kind()),
                item.digest(),
                standing.map(Word::of),
                json(item.spec()),
                item.previous().stream()
                        .map(previous -> new PreviousView(previous.digest(), json(previous.spec())))
                        .toList(),
                CauseView.of(item.cause()));
    }

    private static Map<String, Object> json(ItemSpec spec) {
        return StudioJson.json().convertValue(spec, FIELDS);
    }

    /** What the participant makes of the endpoint that an item is a part of. */
    private static Optional<Deployment.Standing> standing(
            ItemSpec spec, Entities entities, MemberSite site, Instant now) {
        return endpoint(spec)
                .flatMap(ref -> entities.find(Endpoint.KIND, ref.name()))
                .map(endpoint -> Deployment.standing(
                        Deployment.find(endpoint, site.meta().uid(), entities),
                        site.spec().policy(),
                        endpoint.digest(),
                        now));
    }

    /** The endpoint that is decided about; a listener belongs to all who call there. */
    private static Optional<Ref> endpoint(ItemSpec spec) {
        return switch (spec) {
            case ItemSpec.Process process -> Optional.of(process.endpoint());
            case ItemSpec.Connector connector -> Optional.of(connector.endpoint());
            case ItemSpec.Ingress ingress -> Optional.of(ingress.endpoint());
            case ItemSpec.Instance instance -> Optional.of(instance.endpoint());
            case ItemSpec.Egress egress -> Optional.of(egress.endpoint());
            case ItemSpec.Listener listener -> Optional.empty();
            case ItemSpec.Link link -> Optional.empty();
            case ItemSpec.Decision decision -> Optional.empty();
            case ItemSpec.Certificate certificate -> Optional.empty();
            case ItemSpec.Halt halt -> Optional.empty();
            case ItemSpec.Decommission decommission -> Optional.empty();
            case RouterSpec ofRouter -> Optional.empty();
        };
    }
}
