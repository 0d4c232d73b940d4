package studio.agent.member;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.agent.decide.Judgement;
import studio.agent.loop.SiteReport;
import studio.agent.platform.Observed;
import studio.agent.platform.Reach;
import studio.domain.plan.Item;

/**
 * All that is known of a site at one moment.
 *
 * @param document  what it was sent
 * @param judgement what its participant makes of that
 * @param link      the key of the link that it uses
 * @param report    how its router does, once that was looked at
 * @param workloads what is on its platform
 * @param reach     how router and processes find each other
 */
record Site(
        List<Item> document,
        Judgement judgement,
        Optional<String> link,
        Optional<SiteReport> report,
        Map<String, Observed> workloads,
        Reach reach) {

    Site {
        document = List.copyOf(document);
        workloads = Map.copyOf(workloads);
    }
}
