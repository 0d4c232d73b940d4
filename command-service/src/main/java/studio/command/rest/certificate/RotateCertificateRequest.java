package studio.command.rest.certificate;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.kernel.Uid;

@Schema(name = "RotateCertificate", description = "How a certificate is replaced by the next.")
record RotateCertificateRequest(
        @Schema(
                description =
                        "The holder's PKCS #10 request in PEM form; absent where it is to come, or the signer makes the key.")
        Optional<String> signingRequest,

        @Schema(
                description =
                        "Whether connections made with older ones must end as soon as the new one is there; they stay otherwise.",
                defaultValue = "false")
        Optional<Boolean> endOld) {

    CertificateCommand toCommand(Uid certificate) {
        return new RotateCertificate(certificate, signingRequest, endOld.orElse(false));
    }
}
