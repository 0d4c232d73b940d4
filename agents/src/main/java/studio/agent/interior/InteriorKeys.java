package studio.agent.interior;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.certificate.CertificateFiles;
import studio.agent.feed.FeedKeys;
import studio.agent.loop.Reports;
import studio.agent.loop.SiteReport;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Uid;
import studio.domain.plan.Item;
import studio.domain.plan.RouterSpec;

/** Has the feed go over to the site's newer certificates, once the router uses them. */
final class InteriorKeys {

    private static final Logger LOGGER = LoggerFactory.getLogger(InteriorKeys.class);

    private final CertificateFiles files;
    private final FeedKeys keys;

    InteriorKeys(CertificateFiles files, FeedKeys keys) {
        this.files = files;
        this.keys = keys;
    }

    /** The same reports, after a look at which certificates are in use. */
    Reports before(Reports reports, java.util.function.Supplier<List<Item>> items) {
        return report -> {
            renew(report, items.get());
            reports.report(report);
        };
    }

    private void renew(SiteReport report, List<Item> items) {
        for (Item item : items) {
            if (item.spec() instanceof RouterSpec.RouterCertificate certificate
                    && certificate.subject().kind() == CertificateSubject.Kind.INTERIOR_SITE) {
                Uid uid = Uid.parse(item.key().substring(item.key().indexOf('/') + 1));
                if (report.certificates().contains(uid)) {
                    renew(uid, certificate);
                }
            }
        }
    }

    private void renew(Uid uid, RouterSpec.RouterCertificate certificate) {
        try {
            Optional<Integer> newest = keys.newestOrdinal();
            Optional<String> chain = certificate.chain();
            Optional<String> key = files.key(uid);
            boolean news = newest.filter(known -> known >= certificate.ordinal()).isEmpty();
            if (news && chain.isPresent() && key.isPresent()) {
                keys.add(certificate.ordinal(), chain.get(), key.get());
            }
        } catch (IOException e) {
            LOGGER.atError().setCause(e).log("a newer certificate can't be kept for the feed");
        }
    }
}
