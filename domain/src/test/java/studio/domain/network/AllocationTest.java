package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.network.Compositions.at;
import static studio.domain.network.Compositions.atSites;
import static studio.domain.network.Compositions.process;

import org.junit.jupiter.api.Test;
import studio.domain.network.SiteClassCommand.RemoveSiteClass;

class AllocationTest {

    private final LiveApplication shop = new LiveApplication();
    private final Ref gold = shop.siteClass("gold");
    private final Ref silver = shop.siteClass("silver");
    private final Ref oslo = shop.site("oslo", AcceptancePolicy.ASK, gold);

    private boolean includes(String endpoint) {
        return shop.endpoint(endpoint).allocation().includes(shop.member(oslo), shop.entities());
    }

    @Test
    void shouldIncludeSitesOfItsClassesAndThoseThatItNames() {
        shop.given(process("classed", at(gold), Images.image("classed")));
        shop.given(process("named", atSites(oslo), Images.image("named")));
        shop.given(process("other", at(silver), Images.image("other")));
        assertThat(includes("classed")).isTrue();
        assertThat(includes("named")).isTrue();
        assertThat(includes("other")).isFalse();
    }

    @Test
    void shouldNotIncludeSitesOfAClassThatIsGoneThoughBothStillReferToIt() {
        shop.given(process("web", at(gold), Images.image("web")));
        shop.given(new RemoveSiteClass(gold.name(), true));
        assertThat(shop.endpoint("web").allocation().siteClasses()).containsExactly(gold);
        assertThat(shop.member(oslo).spec().siteClasses()).containsExactly(gold);
        assertThat(includes("web")).isFalse();
        assertThat(shop.document(oslo)).isEmpty();
    }

    @Test
    void shouldNotIncludeSitesOfAnotherClassThatHasTheNameNow() {
        shop.given(process("web", at(gold), Images.image("web")));
        shop.given(new RemoveSiteClass(gold.name(), true));
        shop.siteClass("gold");
        assertThat(includes("web")).isFalse();
    }
}
