package studio.certificates.process;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.certificates.testing.Installation.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.certificates.signer.Certificates;
import studio.certificates.testing.Csr;
import studio.certificates.testing.Installation;
import studio.certificates.testing.OpenSsl;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.StreamKey;
import studio.testkit.server.KafkaCluster;
import studio.testkit.server.PostgresDatabase;
import studio.testkit.server.RealServers;

/** An installation whose root a company signs: the request goes out as a file, the chain comes in as one. */
@RealServers
class ExternalRootIT {

    @Test
    void shouldWaitForTheChainAndSignUnderIt(KafkaCluster kafka, PostgresDatabase postgres, @TempDir Path directory)
            throws IOException, InterruptedException {
        OpenSsl company = new OpenSsl(directory);
        try (Installation installation =
                new Installation(kafka, postgres, directory, Map.of("external-root", "true"))) {
            // Given
            Path request = directory.resolve("root-request.pem");
            await("the request is there").until(() -> Files.exists(request));

            // When
            String chain = company.signAuthority(Files.readString(request));
            Files.writeString(directory.resolve("half"), chain);
            Files.move(directory.resolve("half"), directory.resolve("root-chain.pem"));

            // Then
            StreamKey backbone = installation.backbone();
            CertificateSubject site = installation.site(backbone);
            installation.bring(backbone, site, Csr.holder().request());
            TlsCertificate.Issued issued = installation.await(backbone, site, 1, TlsCertificate.Issued.class);
            List<X509Certificate> all =
                    new ArrayList<>(Certificates.fromPem(issued.signed().chain().orElseThrow()));
            all.addAll(Certificates.fromPem(chain));
            assertThat(company.verifies(all, List.of(all.getLast()), "sslclient"))
                    .isTrue();
        }
    }
}
