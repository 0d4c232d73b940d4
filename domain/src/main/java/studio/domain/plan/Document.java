package studio.domain.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Deployment;
import studio.domain.network.Endpoint;
import studio.domain.network.MemberSite;
import studio.domain.network.SiteIndex;

/**
 * What one site is to have: of each item that one of its audiences has, that of the narrowest; while the application stands still
 * nothing of it, and when the site is to go nothing but what it needs to say so.
 */
public final class Document {

    private Document() {}

    /** What that site is to have, by key; nothing if there is no such site. */
    public static List<Item> of(Entities entities, Uid site) {
        return of(audiences(entities, site).stream().map(audience -> Planner.plan(entities, audience)));
    }

    /** Puts the items of a site's audiences together, those of the narrowest first. */
    public static List<Item> of(Stream<List<Item>> audiences) {
        Map<String, Item> items = new TreeMap<>();
        audiences.flatMap(List::stream).forEach(item -> items.putIfAbsent(item.key(), item));
        boolean going = items.values().stream().anyMatch(item -> item.kind() == ItemKind.DECOMMISSION);
        boolean halted = items.values().stream().anyMatch(item -> item.kind() == ItemKind.HALT);
        return items.values().stream()
                .filter(item -> !(going || halted) || !item.kind().isOfEndpoint())
                .toList();
    }

    /** The audiences that a site belongs to, the narrowest first; of its classes the oldest. */
    public static List<Audience> audiences(Entities entities, Uid site) {
        return SiteIndex.find(site, entities)
                .map(MemberSite::spec)
                .map(spec -> Stream.of(
                                Stream.of(new Audience.OfSite(site)),
                                spec.siteClasses().stream().sorted().map(Audience.OfClass::new),
                                Stream.of(new Audience.OfInvitation(spec.invitation()), new Audience.OfNetwork()))
                        .<Audience>flatMap(audiences -> audiences)
                        .toList())
                .orElse(List.of());
    }

    /** What the application wants to change at that site and its participant has not decided yet. */
    public static List<Item> changes(Entities entities, Uid site, Instant now) {
        AcceptancePolicy policy = SiteIndex.find(site, entities)
                .map(present -> present.spec().policy())
                .orElse(AcceptancePolicy.ASK);
        return of(entities, site).stream()
                .filter(item -> digest(item.spec())
                        .filter(digest -> Deployment.standing(deployment(item, site, entities), policy, digest, now)
                                == Deployment.Standing.PROPOSED)
                        .isPresent())
                .toList();
    }

    private static Optional<Deployment> deployment(Item item, Uid site, Entities entities) {
        Name endpoint = Name.of(item.key().substring(item.key().indexOf('/') + 1));
        return entities.find(Endpoint.KIND, endpoint).flatMap(present -> Deployment.find(present, site, entities));
    }

    /** What a decision would be about. */
    private static Optional<String> digest(ItemSpec spec) {
        return switch (spec) {
            case ItemSpec.Process process -> Optional.of(process.digest());
            case ItemSpec.Ingress ingress -> Optional.of(ingress.digest());
            case ItemSpec.Egress egress -> Optional.of(egress.digest());
            case ItemSpec.Connector connector -> Optional.empty();
            case ItemSpec.Listener listener -> Optional.empty();
            case ItemSpec.Instance instance -> Optional.empty();
            case ItemSpec.Link link -> Optional.empty();
            case ItemSpec.Decision decision -> Optional.empty();
            case ItemSpec.Certificate certificate -> Optional.empty();
            case ItemSpec.Halt halt -> Optional.empty();
            case ItemSpec.Decommission decommission -> Optional.empty();
            case RouterSpec ofRouter -> Optional.empty();
        };
    }
}
