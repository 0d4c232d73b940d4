package studio.agent.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.agent.amqp.ManagementSession;
import studio.agent.certificate.Rotation;
import studio.agent.reconcile.EntityStatus;
import studio.agent.reconcile.Observation;
import studio.agent.reconcile.Round;
import studio.agent.router.EntityType;
import studio.agent.router.Listener;
import studio.agent.router.Observed;
import studio.agent.router.Place;
import studio.domain.kernel.Uid;
import studio.domain.plan.Item;
import studio.domain.plan.ItemKind;
import studio.domain.plan.SiteStatus;

/** Says how a round went, in the words of the document that it was for. */
record RoundReport(
        AgentLoop.Site site,
        ManagementSession session,
        List<Item> items,
        Translation translation,
        Round round,
        Map<String, Rotation> rotations) {

    SiteReport report() {
        return new SiteReport(
                health(),
                items.stream().map(this::status).toList(),
                links(),
                places(),
                translation.requests(),
                inUse(),
                round.drift(),
                round.isConverged(),
                translation.leaving() && round.isConverged());
    }

    private SiteReport.Health health() {
        return switch (round.observation()) {
            case Observation.Seen seen ->
                new SiteReport.Health.Healthy(
                        String.valueOf(session.router().get("id")),
                        String.valueOf(session.router().get("version")));
            case Observation.Unseen unseen -> new SiteReport.Health.Unreachable(unseen.type() + ": " + unseen.answer());
        };
    }

    private SiteStatus.ItemStatus status(Item item) {
        EntityStatus status = Optional.ofNullable(translation.entityOfItem().get(item.key()))
                .map(name -> round.statuses().getOrDefault(name, new EntityStatus.Applying("")))
                .orElseGet(() -> translation.statuses().getOrDefault(item.key(), new EntityStatus.Applying("")));
        return switch (status) {
            case EntityStatus.Applied done -> status(item, SiteStatus.Progress.APPLIED, Optional.empty());
            case EntityStatus.Applying(String why) ->
                status(item, SiteStatus.Progress.APPLYING, Optional.of(why).filter(text -> !text.isEmpty()));
            case EntityStatus.Failed(String reason) -> status(item, SiteStatus.Progress.FAILED, Optional.of(reason));
        };
    }

    private static SiteStatus.ItemStatus status(Item item, SiteStatus.Progress progress, Optional<String> reason) {
        return new SiteStatus.ItemStatus(item.key(), item.digest(), progress, reason);
    }

    /** Of a connector's two names that which works counts. */
    private Map<String, SiteReport.LinkState> links() {
        Map<String, SiteReport.LinkState> links = new HashMap<>();
        if (round.observation() instanceof Observation.Seen seen) {
            translation.entities().stream()
                    .filter(entity -> entity.type() == EntityType.CONNECTOR)
                    .forEach(entity -> {
                        List<Observed> present = seen.router()
                                .own()
                                .filter(other -> other.type() == EntityType.CONNECTOR && entity.isNamed(other.name()))
                                .toList();
                        boolean up = present.stream().anyMatch(Observed::isConnected);
                        Optional<String> why = present.stream()
                                .flatMap(other -> other.complaint().stream())
                                .findFirst();
                        links.put(entity.name(), new SiteReport.LinkState(up, up ? Optional.empty() : why));
                    });
        }
        return links;
    }

    private Map<String, Place> places() {
        return translation.entities().stream()
                .filter(Listener.class::isInstance)
                .map(Listener.class::cast)
                .filter(listener -> round.statuses().get(listener.name()) instanceof EntityStatus.Applied)
                .collect(Collectors.toMap(
                        Listener::name,
                        listener -> new Place(site.publicHost(), listener.at().port())));
    }

    /** A certificate is in use when its profile is applied and all connectors, if it has any, went over to it. */
    private List<Uid> inUse() {
        List<Uid> inUse = new ArrayList<>();
        translation.certificates().forEach((profile, certificate) -> {
            boolean applied = round.statuses().get(profile) instanceof EntityStatus.Applied;
            Optional<Rotation> rotation = Optional.ofNullable(rotations.get(profile));
            if (applied && rotation.flatMap(Rotation::inUseSince).isPresent()) {
                inUse.add(certificate);
            }
        });
        return inUse.stream().distinct().sorted().toList();
    }

    /** The certificates that a document and its profiles name. */
    static Set<Uid> certificates(List<Item> items, Translation translation) {
        Set<Uid> named = new HashSet<>(translation.certificates().values());
        items.stream()
                .filter(item -> item.kind() == ItemKind.CERTIFICATE)
                .map(item -> Uid.parse(item.key().substring(item.key().indexOf('/') + 1)))
                .forEach(named::add);
        return named;
    }
}
