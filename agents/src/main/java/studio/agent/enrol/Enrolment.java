package studio.agent.enrol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.plan.ItemSpec;

/**
 * What a claim gave: who this site is, and where its feed is.
 *
 * @param role         what the site is to the installation
 * @param installation names the installation in certificates
 * @param site         the site's name
 * @param siteUid      its uid
 * @param parent       the name of its backbone or network
 * @param parentUid    the uid of that
 * @param routerId     the id of its router
 * @param vanId        the network's name on routers; a backbone has none
 * @param feed         where its documents come from
 * @param links        how a member site connects to the backbone until its document says so
 */
public record Enrolment(
        Role role,
        String installation,
        Name site,
        Uid siteUid,
        Name parent,
        Uid parentUid,
        String routerId,
        Optional<String> vanId,
        Feeding feed,
        List<ItemSpec.Link> links) {

    /** Keeps its own copy. */
    public Enrolment {
        links = List.copyOf(links);
    }

    /** What the site tells its home of itself, beside what its certificate says. */
    public Set<String> introduction() {
        return Set.of("site=" + site, "router=" + routerId);
    }

    /** What a site is to the installation. */
    public enum Role {
        /** A part of a backbone. */
        INTERIOR,
        /** A participant's place in a network. */
        MEMBER
    }

    /**
     * Where documents come from.
     *
     * @param host where the other end listens
     * @param port its port
     * @param uri  who the other end is, by its certificate
     */
    public record Feeding(String host, int port, String uri) {}
}
