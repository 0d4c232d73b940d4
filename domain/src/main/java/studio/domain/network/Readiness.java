package studio.domain.network;

import java.util.List;
import java.util.Optional;
import studio.domain.kernel.Entities;

/** What a network needs before it can be active. */
final class Readiness {

    private Readiness() {}

    /** Says why the network can't become active unless something is tried again, if so. */
    static Optional<String> failure(Entities entities) {
        List<Attachment> attachments = entities.list(Attachment.KIND);
        boolean hope = attachments.stream().anyMatch(Readiness::mayCarry);
        return hope ? Optional.empty() : Optional.of(attachments.stream()
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
        return hasAttachment(entities) && hasHome(entities);
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
