package studio.command.rest.certificate;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.command.rest.body.Line;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateCommand.RevokeCertificate;
import studio.domain.kernel.Uid;

@Schema(name = "RevokeCertificate", description = "Why a certificate must not be trusted any more.")
record RevokeCertificateRequest(
        @NotNull @Line @Schema(description = "The cause, for people.", examples = "the key was stolen")
        String cause) {

    CertificateCommand toCommand(Uid certificate) {
        return new RevokeCertificate(certificate, cause);
    }
}
