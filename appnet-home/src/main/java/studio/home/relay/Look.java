package studio.home.relay;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import studio.feed.document.Document;
import studio.feed.frame.ItemStatus;
import studio.home.traffic.Traffic;

/** What a home holds at one moment; only to be used where it was given. */
public final class Look {

    private final Document document;
    private final SiteBoard board;
    private final int sessions;
    private final Traffic traffic;

    Look(Document document, SiteBoard board, int sessions, Traffic traffic) {
        this.document = document;
        this.board = board;
        this.sessions = sessions;
        this.traffic = traffic;
    }

    /**
     * How an item does at a site.
     *
     * @param status what the site says
     * @param since  since when
     */
    public record Progress(ItemStatus status, Instant since) {}

    /** All that the network's sites are to have. */
    public Document document() {
        return document;
    }

    /** The sites, by audience. */
    public List<String> sites() {
        return NetworkHome.sites(document);
    }

    /** How many sites are connected. */
    public int sessions() {
        return sessions;
    }

    /** What goes through the network. */
    public Traffic traffic() {
        return traffic;
    }

    /** Whether a site is there. */
    public Contact contact(String site) {
        return board.contact(site);
    }

    /** When a site was heard of last. */
    public Optional<Instant> lastHeard(String site) {
        return board.find(site).map(SiteState::lastHeard);
    }

    /** What a site says of itself under that word. */
    public Optional<String> said(String site, String word) {
        return board.find(site).flatMap(state -> state.said(word));
    }

    /** How a site's items do. */
    public Collection<Progress> items(String site) {
        return board.find(site).map(SiteState::items).orElse(List.of()).stream()
                .map(held -> new Progress(held.status(), held.since()))
                .toList();
    }

    /** How one item of a site does. */
    public Optional<Progress> item(String site, String key) {
        return board.find(site)
                .flatMap(state -> state.item(key))
                .map(held -> new Progress(held.status(), held.since()));
    }
}
