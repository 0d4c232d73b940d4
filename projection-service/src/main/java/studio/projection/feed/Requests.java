package studio.projection.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.domain.backbone.BackboneCommand.ReportInteriorSite;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Digest;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.MemberCommand.ConfirmCleanup;
import studio.feed.frame.Frame;
import studio.feed.source.Subject;

/** What homes and sites ask for once, as commands whose ids follow from what was asked. */
final class Requests {

    private static final String CSR = "csr-";
    private static final String DECISION = "decision-";
    private static final int SHORT = 32;
    private static final int UID_LENGTH = 36;

    private Requests() {}

    /** An id of its own, for what is said again only when something has changed in between. */
    static String newId() {
        return new IdSource(UUID.randomUUID().toString(), Instant.now()).next().toString();
    }

    /** An id for what a site says, and may say again a while later: at most once in a second. */
    static String id(String what, Uid site, Instant now) {
        return what + "-" + site + "-" + now.getEpochSecond();
    }

    /** The id of a site's decision. */
    static String decisionId(Uid site, long seq) {
        return DECISION + site + "-" + seq;
    }

    /** Asks for a certificate for a new key; nothing if it is not the subject's to ask for. */
    static Optional<Given> certificate(
            StreamSource source, Subject subject, Frame.Csr csr, KnownItems.OfSite document) {
        Optional<CertificateSubject> holder = switch (subject) {
            case Subject.Home home -> source.home().map(uid -> subject(CertificateSubject.Kind.NETWORK_HOME, uid));
            case Subject.Site site
            when site.audience().startsWith(Sites.MEMBER) ->
                Sites.uid(site.audience()).map(uid -> subject(CertificateSubject.Kind.MEMBER_SITE, uid));
            case Subject.Site site -> InteriorReports.subject(document, csr.certificate());
        };
        String id = CSR + csr.certificate() + "-"
                + Digest.ofText(csr.request()).hex().substring(0, SHORT);
        return csr.certificate().length() > UID_LENGTH
                ? Optional.empty()
                : holder.flatMap(
                        of -> given(id, source, subject, new RequestCertificate(of, Optional.of(csr.request()))));
    }

    private static CertificateSubject subject(CertificateSubject.Kind kind, Uid uid) {
        return new CertificateSubject(kind, Name.of(uid.toString()));
    }

    /** Says that a site has nothing of ours any more. */
    static Optional<Given> cleaned(StreamSource source, Subject subject, KnownItems.OfSite document, Instant now) {
        Optional<Command> command = switch (subject) {
            case Subject.Home home -> Optional.empty();
            case Subject.Site site
            when site.audience().startsWith(Sites.MEMBER) ->
                Sites.uid(site.audience()).map(ConfirmCleanup::new);
            case Subject.Site site ->
                InteriorReports.name(document)
                        .map(name -> new ReportInteriorSite(name, ReportInteriorSite.Sighting.CLEANED_UP));
        };
        return command.flatMap(present -> actor(source, subject)
                .flatMap(actor -> given(id("cleaned", Uid.parse(actor.name()), now), source, subject, present)));
    }

    private static Optional<Given> given(String id, StreamSource source, Subject subject, Command command) {
        return actor(source, subject)
                .map(actor -> new Given(id, source.stream(), Optional.of(command), actor, Optional.empty()));
    }

    /** Who the subject is to the log. */
    static Optional<Actor> actor(StreamSource source, Subject subject) {
        return switch (subject) {
            case Subject.Home home -> source.home().map(Actors::home);
            case Subject.Site site -> Sites.uid(site.audience()).map(Actors::site);
        };
    }
}
