package studio.projection.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.domain.backbone.BackboneCommand;
import studio.domain.kernel.Command;
import studio.domain.kernel.Uid;
import studio.domain.network.Deployment.Report;
import studio.domain.network.MemberCommand.ReportSite;
import studio.domain.plan.ItemsHash;
import studio.domain.plan.SiteStatus;
import studio.domain.plan.SiteStatus.ItemStatus;
import studio.domain.plan.SiteStatus.Progress;
import studio.feed.frame.Frame;
import studio.feed.frame.Vector;

/**
 * What is known of how one site or home does, and which of it the log was told. The latest wins. It has no more items than the site's
 * document, whatever the site says.
 */
final class SiteBoard {

    private final Uid site;
    private final Map<String, ItemStatus> items = new TreeMap<>();
    private final Map<String, BackboneCommand> said = new HashMap<>();
    private final Map<String, Report> reported = new HashMap<>();
    private Vector vector = Vector.NONE;
    private ItemsHash root = ItemsHash.EMPTY;
    private Instant heardAt = Instant.EPOCH;
    private Instant writtenAt = Instant.EPOCH;
    private boolean known;
    private boolean dirty;
    private boolean back;

    SiteBoard(Uid site) {
        this.site = site;
    }

    Uid site() {
        return site;
    }

    /** What was written before counts as said. */
    void restore(SiteStatus status, KnownItems.OfSite document) {
        known = true;
        heardAt = status.acknowledgedAt();
        status.items().forEach(item -> items.put(item.key(), item));
        commands(document).forEach(said::put);
        reports(document).forEach(reported::put);
    }

    /** A status came. */
    void put(Frame.Status status, KnownItems.OfSite document, Instant now) {
        if (status.all()) {
            items.clear();
        }
        status.items().stream()
                .filter(item -> document.has(item.key()))
                .forEach(item -> progress(item.state())
                        .ifPresent(progress -> items.put(
                                item.key(),
                                new ItemStatus(
                                        item.key(),
                                        item.digest(),
                                        progress,
                                        Optional.of(item.detail()).filter(detail -> !detail.isEmpty())))));
        status.gone().forEach(items::remove);
        items.keySet().removeIf(key -> !document.has(key));
        heardAt = now;
        dirty = true;
    }

    /** A later agent may know words that this program does not. */
    private static Optional<Progress> progress(String word) {
        for (Progress progress : Progress.values()) {
            if (progress.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(progress);
            }
        }
        return Optional.empty();
    }

    /** It says how far it is. */
    void acknowledge(Vector newVector, ItemsHash newRoot, Instant now) {
        dirty |= !newVector.equals(vector) || !newRoot.equals(root);
        vector = newVector;
        root = newRoot;
        heardAt = now;
    }

    /** It was lost, and is heard of again. */
    void comeBack(Instant now) {
        back = true;
        dirty = true;
        heardAt = now;
    }

    /** Whether something is to be written at all: news, or that it is still heard of. */
    boolean isWanted(Duration watermark) {
        return dirty || heardAt.isAfter(writtenAt.plus(watermark));
    }

    /** Whether the last time is long enough ago. */
    boolean isDue(Instant now, Duration interval) {
        return !now.isBefore(writtenAt.plus(interval));
    }

    /**
     * What is to be written of the site.
     *
     * @param board    its board
     * @param commands what the log is to be told before
     * @param status   its status
     * @param said     what counts as said then, of an interior site
     * @param reported what counts as said then, of a member site
     */
    record Writing(
            SiteBoard board,
            List<Command> commands,
            SiteStatus status,
            Map<String, BackboneCommand> said,
            Map<String, Report> reported) {}

    /** What an interior site or a home has to say. */
    Writing write(KnownItems.OfSite document, Instant now) {
        Map<String, BackboneCommand> sayings = commands(document);
        List<Command> news = new ArrayList<>();
        sayings.forEach((key, command) -> {
            if (!command.equals(said.get(key))) {
                news.add(command);
            }
        });
        return written(new Writing(this, news, status(), sayings, Map.of()), now);
    }

    /** What a member site has to say; its first report is given even if there is nothing in it, because it tells that it is there. */
    Writing writeMember(KnownItems.OfSite document, long seq, Instant now) {
        Map<String, Report> sayings = reports(document);
        List<Report> news = new ArrayList<>();
        sayings.forEach((key, report) -> {
            Report before = reported.get(key);
            if (!(before == null ? MemberReports.isNothing(report) : report.equals(before))) {
                news.add(report);
            }
        });
        List<Command> commands =
                news.isEmpty() && known && !back ? List.of() : List.of(new ReportSite(site, seq, news));
        return written(new Writing(this, commands, status(), Map.of(), sayings), now);
    }

    private Writing written(Writing writing, Instant now) {
        dirty = false;
        back = false;
        writtenAt = now;
        return writing;
    }

    /** What was to be written is there, or has to be written again. */
    void done(Writing writing, boolean written) {
        if (written) {
            known = true;
            said.putAll(writing.said());
            reported.putAll(writing.reported());
            said.keySet().retainAll(items.keySet());
            reported.keySet().retainAll(items.keySet());
        } else {
            dirty = true;
            back |= !writing.commands().isEmpty();
        }
    }

    private Map<String, BackboneCommand> commands(KnownItems.OfSite document) {
        Map<String, BackboneCommand> commands = new TreeMap<>();
        items.forEach((key, status) -> document.find(key)
                .flatMap(item -> InteriorReports.command(item, status, document))
                .ifPresent(command -> commands.put(key, command)));
        return commands;
    }

    private Map<String, Report> reports(KnownItems.OfSite document) {
        Map<String, Report> reports = new TreeMap<>();
        items.forEach((key, status) -> document.find(key)
                .flatMap(item -> MemberReports.report(item, status))
                .ifPresent(report -> reports.put(key, report)));
        return reports;
    }

    private SiteStatus status() {
        return new SiteStatus(
                site,
                vector.versions().stream()
                        .map(version -> new SiteStatus.AudienceVersion(version.audience(), version.version()))
                        .toList(),
                root,
                heardAt,
                List.copyOf(items.values()));
    }
}
