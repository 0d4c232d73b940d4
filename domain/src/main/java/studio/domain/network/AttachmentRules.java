package studio.domain.network;

import static studio.domain.kernel.Decision.accept;
import static studio.domain.kernel.Decision.reject;
import static studio.domain.kernel.Decision.unless;
import static studio.domain.kernel.Rejection.Reason.INVALID_VALUE;
import static studio.domain.kernel.Rejection.Reason.WRONG_STATE;

import java.util.Optional;
import studio.domain.certificate.Pem;
import studio.domain.kernel.Decision;
import studio.domain.kernel.DnsName;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Limits;
import studio.domain.kernel.Rejection;
import studio.domain.network.AttachmentCommand.RecordAttachment;
import studio.domain.network.AttachmentCommand.RejectAttachment;
import studio.domain.network.AttachmentCommand.WithdrawAttachment;
import studio.domain.network.AttachmentEvent.AttachmentRecorded;
import studio.domain.network.AttachmentEvent.AttachmentRejected;
import studio.domain.network.AttachmentEvent.AttachmentWithdrawn;

/** The rules for attachments: what the backbone says is so, in the order in which it says it. */
final class AttachmentRules {

    private static final int MAX_PORT = 65_535;

    private AttachmentRules() {}

    static Decision<NetworkEvent> decide(AttachmentCommand command, Network network, Entities entities) {
        Optional<Attachment> attachment = entities.find(Attachment.KIND, command.accessPoint())
                .filter(there -> command.network().equals(network.meta().uid()));
        if (attachment.isEmpty()) {
            return reject(Rejection.notFound(Attachment.KIND.key(command.accessPoint())));
        }
        return switch (command) {
            case RecordAttachment c -> record(c, attachment.get());
            case RejectAttachment c -> refuse(c, attachment.get());
            case WithdrawAttachment c ->
                attachment.get() instanceof Attachment.Withdrawn
                        ? accept()
                        : accept(new AttachmentWithdrawn(c.accessPoint()));
        };
    }

    private static Decision<NetworkEvent> record(RecordAttachment command, Attachment attachment) {
        boolean known =
                attachment instanceof Attachment.Ready ready && ready.endpoint().equals(command.endpoint());
        return known
                ? accept()
                : unless(
                        flaw(command.endpoint()),
                        () -> accept(new AttachmentRecorded(command.accessPoint(), command.endpoint())));
    }

    private static Optional<Rejection> flaw(Attachment.Endpoint endpoint) {
        if (!DnsName.isValid(endpoint.host())) {
            return Optional.of(Rejection.ofField(INVALID_VALUE, "endpoint.host", DnsName.RULE));
        }
        if (endpoint.port() < 1 || endpoint.port() > MAX_PORT) {
            return Optional.of(Rejection.ofField(INVALID_VALUE, "endpoint.port", "must be 1 to " + MAX_PORT));
        }
        return Pem.flawedChain("endpoint.authority", Optional.of(endpoint.authority()));
    }

    private static Decision<NetworkEvent> refuse(RejectAttachment command, Attachment attachment) {
        return switch (attachment) {
            case Attachment.Rejected a when a.cause().equals(command.cause()) -> accept();
            case Attachment.Rejected a -> refused(command);
            case Attachment.Requested a -> refused(command);
            case Attachment.Withdrawn a -> refused(command);
            case Attachment.Ready a ->
                reject(WRONG_STATE, "attachment '" + command.accessPoint() + "' is ready; withdraw it");
        };
    }

    private static Decision<NetworkEvent> refused(RejectAttachment command) {
        return unless(
                Limits.text("cause", command.cause()),
                () -> accept(new AttachmentRejected(command.accessPoint(), command.cause())));
    }
}
