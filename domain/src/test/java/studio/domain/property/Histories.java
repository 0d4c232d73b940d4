package studio.domain.property;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.RandomDistribution;

/** Numbers for {@link Moves}: long histories as often as short ones, without the edge cases that numbers of a quantity have. */
class Histories implements ArbitrarySupplier<List<Integer>> {

    private static final int LONGEST = 200;

    @Override
    public Arbitrary<List<Integer>> get() {
        return Arbitraries.integers()
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .list()
                .ofMaxSize(LONGEST)
                .withSizeDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }
}
