package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.domain.StreamType;
import studio.domain.kernel.EntityMap;
import studio.domain.plan.Audience;
import studio.domain.plan.Document;
import studio.domain.plan.Item;
import studio.domain.plan.ItemKind;
import studio.domain.plan.ItemSpec;
import studio.domain.property.Histories;

/**
 * What holds of every application's history. {@link LiveApplication} adds its own checks after each event: deciding is pure, folding
 * agrees, and planning again what an event concerns gives what planning from scratch does, for every audience that there ever was.
 */
class ApplicationPropertiesTest {

    private static void play(List<Integer> numbers, Consumer<LiveApplication> law) {
        LiveApplication shop = new LiveApplication();
        shop.siteClass("gold");
        for (int number : numbers) {
            new ApplicationMoves(shop, random(number)).move();
            law.accept(shop);
        }
    }

    private static RandomGenerator random(long number) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(number);
    }

    @Test
    void historiesReachEveryEventOfAnApplication() {
        Set<Class<?>> happened = new HashSet<>();
        RandomGenerator random = random(20_260_301L);
        for (int history = 0; history < 50; history++) {
            play(random.ints(100).boxed().toList(), shop -> happened.addAll(shop.happened()));
        }
        assertThat(happened)
                .containsAll(Stream.of(EndpointEvent.class, ServiceLinkEvent.class, DecisionEvent.class)
                        .flatMap(type -> StreamType.records(type).stream())
                        .toList());
    }

    @Histories
    void whatIsHeldIsCounted(List<Integer> numbers) {
        play(numbers, shop -> CompositionLaws.checkHolders(shop.entities()));
    }

    @Histories
    void aMembersPartIsWhatTheLinkSays(List<Integer> numbers) {
        play(numbers, shop -> CompositionLaws.checkBindings(shop.entities()));
    }

    @Histories
    void everySiteWithAReasonHasOnePlaceWhileThereIsRoom(List<Integer> numbers) {
        play(numbers, shop -> CompositionLaws.checkPlaces(shop.entities()));
    }

    @Histories
    void aSiteGetsWhatIsMeantForItAndNothingElse(List<Integer> numbers) {
        play(numbers, shop -> {
            for (MemberSite site : shop.entities().list(MemberSite.KIND)) {
                List<Item> document = Document.of(shop.entities(), site.meta().uid());
                assertThat(document.stream()
                                .map(Item::spec)
                                .flatMap(spec -> endpoint(spec).stream())
                                .collect(Collectors.toSet()))
                        .isEqualTo(meantFor(site, shop.entities()));
                assertThat(document)
                        .filteredOn(item -> item.kind() != ItemKind.INSTANCE)
                        .allSatisfy(item -> checkNobodyElse(item, site, shop));
            }
        });
    }

    private static Optional<Ref> endpoint(ItemSpec spec) {
        return switch (spec) {
            case ItemSpec.Process process -> Optional.of(process.endpoint());
            case ItemSpec.Ingress ingress -> Optional.of(ingress.endpoint());
            case ItemSpec.Egress egress -> Optional.of(egress.endpoint());
            case ItemSpec other -> Optional.empty();
        };
    }

    private static Set<Ref> meantFor(MemberSite site, EntityMap entities) {
        boolean runs = entities.list(Network.KIND).stream().allMatch(Network.Active.class::isInstance)
                && site.isMember()
                && !site.spec().paused();
        return entities.list(Endpoint.KIND).stream()
                .filter(endpoint -> runs && endpoint.allocation().includes(site, entities))
                .map(Endpoint::ref)
                .collect(Collectors.toSet());
    }

    private static void checkNobodyElse(Item item, MemberSite site, LiveApplication shop) {
        shop.audiences().stream()
                .flatMap(audience -> audience instanceof Audience.OfSite other
                                && !other.site().equals(site.meta().uid())
                        ? Stream.of("/s/" + other.site())
                        : Stream.empty())
                .forEach(foreign -> assertThat(item.spec().toString()).doesNotContain(foreign));
    }

    @Histories
    void equalItemsHaveEqualDigestsAndOthersHaveNot(List<Integer> numbers) {
        Map<String, Object> known = new HashMap<>();
        play(
                numbers,
                shop -> shop.audiences().stream()
                        .flatMap(audience -> shop.plan(audience).stream())
                        .forEach(item -> assertThat(known.computeIfAbsent(
                                        item.digest(), first -> List.of(item.spec(), item.previous())))
                                .isEqualTo(List.of(item.spec(), item.previous()))));
        assertThat(new HashSet<>(known.values())).hasSameSizeAs(known.keySet());
    }
}
