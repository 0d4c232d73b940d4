package studio.projection.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.RecordAttachmentReady;
import studio.domain.backbone.BackboneCommand.ReportLink;
import studio.domain.backbone.BackboneCommand.SetAccessPointAddress;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.PortRange;
import studio.domain.certificate.CertificateCommand.AcknowledgeCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.plan.Item;
import studio.domain.plan.RouterSpec;
import studio.domain.plan.SiteStatus.ItemStatus;
import studio.domain.plan.SiteStatus.Progress;

/** What it means for a backbone that an item of an interior site does like that. Pure. */
final class InteriorReports {

    private static final String CERTIFICATES = "certificate/";
    private static final Pattern ADDRESS = Pattern.compile("(?<host>.+):(?<first>[0-9]{1,5})(?:-(?<last>[0-9]{1,5}))?");
    private static final String UNKNOWN_FAILURE = "it does not work";

    private InteriorReports() {}

    /** What there is to say; nothing while there is no news in it. */
    static Optional<BackboneCommand> command(Item item, ItemStatus status, KnownItems.OfSite known) {
        if (!(item.spec() instanceof RouterSpec spec)) {
            return Optional.empty();
        }
        return switch (spec) {
            case RouterSpec.RouterConnector s -> link(item, status);
            case RouterSpec.RouterListener s
            when seen(status) && s.port() == RouterSpec.RouterListener.UNPLACED -> placed(item, status);
            case RouterSpec.RouterListener s
            when seen(status) ->
                switch (s.side()) {
                    case EDGE ->
                        Optional.of(new RecordAttachmentReady(
                                Uid.parse(item.cause().entity().name())));
                    case INTER_ROUTER -> moved(item, s, status, known);
                };
            case RouterSpec.RouterListener s -> Optional.empty();
            case RouterSpec.RouterCertificate s when seen(status) -> Optional.of(new AcknowledgeCertificate(uid(item)));
            case RouterSpec.RouterCertificate s -> Optional.empty();
            case RouterSpec.SslProfile s -> Optional.empty();
            case RouterSpec.Vhost s -> Optional.empty();
        };
    }

    private static boolean seen(ItemStatus status) {
        return status.progress() == Progress.OBSERVED;
    }

    static Uid uid(Item certificate) {
        return Uid.parse(certificate.key().substring(CERTIFICATES.length()));
    }

    private static Optional<BackboneCommand> link(Item item, ItemStatus status) {
        Name link = Name.of(item.cause().entity().name());
        return switch (status.progress()) {
            case OBSERVED -> Optional.of(new ReportLink(link, true, Optional.empty()));
            case FAILED -> Optional.of(new ReportLink(link, false, Optional.of(line(status))));
            case PROPOSED, DECLINED, ACCEPTED, APPLYING, APPLIED -> Optional.empty();
        };
    }

    /** Why, in one line that the log takes. */
    static String line(ItemStatus status) {
        String reason =
                status.reason().orElse("").replaceAll("\\p{Cntrl}+", " ").strip();
        String line = reason.length() > Limits.MAX_TEXT ? reason.substring(0, Limits.MAX_TEXT) : reason;
        return line.isBlank() ? UNKNOWN_FAILURE : line;
    }

    /** An access point that others reach elsewhere than the log says. */
    private static Optional<BackboneCommand> moved(
            Item item, RouterSpec.RouterListener listener, ItemStatus status, KnownItems.OfSite known) {
        Name point = Name.of(item.cause().entity().name());
        Optional<String> host = known.all(CERTIFICATES)
                .map(Item::spec)
                .filter(RouterSpec.RouterCertificate.class::isInstance)
                .map(RouterSpec.RouterCertificate.class::cast)
                .filter(certificate -> certificate
                        .subject()
                        .equals(new CertificateSubject(CertificateSubject.Kind.ACCESS_POINT, point)))
                .flatMap(certificate -> certificate.host().stream())
                .findFirst();
        return place(item, status)
                .filter(seen -> seen.ports().from() != listener.port()
                        || host.filter(seen.host()::equals).isEmpty())
                .map(address -> new SetAccessPointAddress(point, address));
    }

    /** An access point of which whoever runs the site says where it is. */
    private static Optional<BackboneCommand> placed(Item item, ItemStatus status) {
        return place(item, status)
                .map(address ->
                        new SetAccessPointAddress(Name.of(item.cause().entity().name()), address));
    }

    /** Where the listener is. What was said of an earlier one would take back what its owner has said since. */
    private static Optional<AccessPoint.Address> place(Item item, ItemStatus status) {
        return status.digest().equals(item.digest())
                ? status.reason().flatMap(InteriorReports::address)
                : Optional.empty();
    }

    /** {@code host:port} or {@code host:first-last}. */
    static Optional<AccessPoint.Address> address(String text) {
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int first = Integer.parseInt(parts.group("first"));
            int last = Optional.ofNullable(parts.group("last"))
                    .map(Integer::parseInt)
                    .orElse(first);
            return Optional.of(new AccessPoint.Address(parts.group("host"), new PortRange(first, last)));
        } catch (IllegalArgumentException noPorts) {
            return Optional.empty();
        }
    }

    /** The site's name, which its document tells. */
    static Optional<Name> name(KnownItems.OfSite known) {
        return known.all("")
                .flatMap(item -> item.cause().entity().kind().equals(InteriorSite.KIND.label())
                        ? Optional.of(Name.of(item.cause().entity().name())).stream()
                        : item.spec() instanceof RouterSpec.RouterCertificate certificate
                                        && certificate.subject().kind() == CertificateSubject.Kind.INTERIOR_SITE
                                ? Optional.of(certificate.subject().name()).stream()
                                : Optional.<Name>empty().stream())
                .findFirst();
    }

    /** The subject of a certificate of the site's, by the certificate's uid. */
    static Optional<CertificateSubject> subject(KnownItems.OfSite known, String certificate) {
        return known.find(CERTIFICATES + certificate)
                .map(Item::spec)
                .filter(RouterSpec.RouterCertificate.class::isInstance)
                .map(spec -> ((RouterSpec.RouterCertificate) spec).subject());
    }
}
