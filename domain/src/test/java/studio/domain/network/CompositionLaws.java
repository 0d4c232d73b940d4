package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Uid;

/** What holds of every composition, whatever happened to it and to its sites. */
public final class CompositionLaws {

    private CompositionLaws() {}

    /** Endpoints count who holds which of their versions. */
    public static void checkHolders(Entities entities) {
        Map<String, Long> held = entities.list(Deployment.KIND).stream()
                .flatMap(deployment -> deployment.held().map(digest -> deployment.endpoint() + digest).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, Long> counted = entities.list(Endpoint.KIND).stream()
                .flatMap(endpoint -> endpoint.versions()
                        .all()
                        .filter(version -> version.holders() > 0)
                        .map(version -> Map.entry(endpoint.meta().uid() + version.digest(), version.holders())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(counted).isEqualTo(held);
    }

    /** Links and endpoints say the same of who is part of what. */
    public static void checkBindings(Entities entities) {
        Set<String> said = entities.list(ServiceLink.KIND).stream()
                .flatMap(link -> link.members().stream()
                        .map(member -> member.endpoint() + " " + member.role() + " " + link.ref() + link.scope()))
                .collect(Collectors.toSet());
        Set<String> kept = entities.list(Endpoint.KIND).stream()
                .flatMap(endpoint -> endpoint.group().bindings().stream()
                        .map(part -> endpoint.ref().name() + " " + part.role() + " " + part.link() + part.scope()))
                .collect(Collectors.toSet());
        assertThat(kept).isEqualTo(said);
    }

    /** Every site with a reason has one place at each ingress while there is room, and nobody else has. */
    public static void checkPlaces(Entities entities) {
        entities.list(Endpoint.KIND).stream()
                .flatMap(endpoint -> endpoint instanceof Endpoint.Ingress ingress ? Stream.of(ingress) : Stream.empty())
                .forEach(ingress -> checkPlaces(ingress, entities));
    }

    private static void checkPlaces(Endpoint.Ingress ingress, Entities entities) {
        Set<Uid> justified = Peers.candidates(ingress, entities)
                .flatMap(each -> each)
                .filter(site ->
                        Peers.isJustified(site, Peers.link(ingress, entities).orElseThrow(), entities))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Uid> placed = ingress.slots().stream().map(Slot::site).collect(Collectors.toCollection(TreeSet::new));
        assertThat(justified).as("places of %s", ingress).containsAll(placed);
        assertThat(placed.size() == ingress.spec().slots() || placed.containsAll(justified))
                .as("places of %s for %s", ingress, justified)
                .isTrue();
        assertThat(ingress.slots()).extracting(Slot::number).doesNotHaveDuplicates();
        assertThat(ingress.slots()).extracting(Slot::name).doesNotHaveDuplicates();
        assertThat(ingress.slots())
                .allSatisfy(slot ->
                        assertThat(slot.number()).isBetween(0, ingress.spec().slots() - 1));
    }
}
