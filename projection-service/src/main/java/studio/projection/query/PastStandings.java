package studio.projection.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.api.json.Word;
import studio.api.view.ApplicationViews;
import studio.api.view.Views;
import studio.domain.network.Deployment;
import studio.domain.network.Deployment.Standing;
import studio.domain.network.Endpoint;
import studio.domain.network.MemberSite;
import studio.projection.history.Past;

/** Counts of a network as it stood what {@link EndpointStanding} and {@link SiteStanding} count of the tables. */
final class PastStandings {

    private static final String PENDING = "pending";

    private PastStandings() {}

    static Page<EndpointStanding> list(Past past, Page.Wanted page) {
        List<MemberSite> members = members(past);
        List<EndpointStanding> found = past.entities().list(Endpoint.KIND).stream()
                .filter(endpoint -> isAfter(page, endpoint.meta().name()))
                .limit(page.limit() + 1L)
                .map(endpoint -> count(past, endpoint, members))
                .toList();
        return Page.of(found, page.limit(), each -> Cursor.of(each.endpoint()));
    }

    static Page<SiteStanding> list(Past past, Endpoint endpoint, Page.Wanted page, SiteStanding.Filter filter) {
        List<SiteStanding> found = at(past, endpoint, members(past))
                .filter(there -> isAfter(page, there.site().meta().name()))
                .map(There::view)
                .filter(view -> filter.lets(view.standing(), view.state()))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page.limit(), each -> Cursor.of(each.site()));
    }

    private static boolean isAfter(Page.Wanted page, String name) {
        return page.after()
                .filter(after -> name.compareTo(after.values().getFirst()) <= 0)
                .isEmpty();
    }

    private static List<MemberSite> members(Past past) {
        return past.entities().list(MemberSite.KIND).stream()
                .filter(MemberSite::isMember)
                .toList();
    }

    private record There(MemberSite site, Optional<Deployment> deployment, Standing standing) {

        String state() {
            return deployment.map(Views::state).orElse(PENDING);
        }

        SiteStanding view() {
            return new SiteStanding(
                    site.meta().name(),
                    site.meta().uid().toString(),
                    Word.of(standing),
                    deployment.flatMap(Deployment::verdict).flatMap(ApplicationViews::reason),
                    deployment.flatMap(Deployment::held),
                    state(),
                    deployment.flatMap(Views::cause),
                    deployment.map(Deployment::since));
        }
    }

    private static Stream<There> at(Past past, Endpoint endpoint, List<MemberSite> members) {
        return members.stream()
                .filter(site -> endpoint.allocation().includes(site, past.entities()))
                .map(site -> {
                    Optional<Deployment> said =
                            Deployment.find(endpoint, site.meta().uid(), past.entities());
                    Standing standing = Deployment.standing(said, site.spec().policy(), endpoint.digest(), past.time());
                    return new There(site, said, standing);
                });
    }

    private static EndpointStanding count(Past past, Endpoint endpoint, List<MemberSite> members) {
        List<There> sites = at(past, endpoint, members).toList();
        return new EndpointStanding(
                endpoint.meta().name(),
                Word.of(endpoint.sort()),
                endpoint.digest(),
                sites.size(),
                standing(sites, Standing.PROPOSED),
                standing(sites, Standing.ACCEPTED),
                standing(sites, Standing.DECLINED),
                state(sites, "running"),
                state(sites, "failed"),
                Optional.empty(),
                Optional.empty());
    }

    private static long standing(List<There> sites, Standing standing) {
        return sites.stream().filter(there -> there.standing() == standing).count();
    }

    private static long state(List<There> sites, String state) {
        return sites.stream().filter(there -> there.state().equals(state)).count();
    }
}
