package studio.domain.network;

import java.util.List;
import java.util.Optional;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Entities;

/** What a network needs before it can be active. */
final class Readiness {

    private Readiness() {}

    /** Says why the network can't become active unless something is tried again, if so. */
    static Optional<String> failure(Entities entities) {
        return authorityFailure(entities).or(() -> attachmentFailure(entities));
    }

    /** An authority that could not be made; one that was made goes on while the next can't be had. */
    private static Optional<String> authorityFailure(Entities entities) {
        return authority(entities)
                .filter(authority -> authority.lineage().supersedes().isEmpty())
                .filter(TlsCertificate.Failed.class::isInstance)
                .map(authority -> ((TlsCertificate.Failed) authority).cause());
    }

    private static Optional<TlsCertificate> authority(Entities entities) {
        return NetworkCertificates.of(NetworkCertificates.authority(entities), entities);
    }

    private static Optional<String> attachmentFailure(Entities entities) {
        List<Attachment> attachments = entities.list(Attachment.KIND);
        boolean hope = attachments.stream().anyMatch(Readiness::mayCarry);
        return hope
                ? Optional.empty()
                : Optional.of(attachments.stream()
                        .filter(Attachment.Rejected.class::isInstance)
                        .map(attachment -> ((Attachment.Rejected) attachment).cause())
                        .findFirst()
                        .orElse("the backbone has withdrawn all attachments"));
    }

    private static boolean mayCarry(Attachment attachment) {
        return switch (attachment) {
            case Attachment.Requested a -> true;
            case Attachment.Ready a -> true;
            case Attachment.Rejected a -> false;
            case Attachment.Withdrawn a -> false;
        };
    }

    /** Says whether all that the network needs is there. */
    static boolean isComplete(Entities entities) {
        return hasAuthority(entities) && hasAttachment(entities) && hasHome(entities);
    }

    private static boolean hasAuthority(Entities entities) {
        return authority(entities)
                .filter(authority -> authority.knownSigned().isPresent()
                        || authority.lineage().supersedes().isPresent())
                .isPresent();
    }

    private static boolean hasAttachment(Entities entities) {
        return entities.list(Attachment.KIND).stream().anyMatch(Attachment.Ready.class::isInstance);
    }

    private static boolean hasHome(Entities entities) {
        return entities.find(Home.KIND, entities.stream().name())
                .filter(home -> !(home instanceof Home.Requested))
                .isPresent();
    }
}
