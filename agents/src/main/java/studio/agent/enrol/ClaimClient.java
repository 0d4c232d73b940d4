package studio.agent.enrol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Asks to be let in. */
final class ClaimClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final JoinBundle bundle;
    private final HttpClient http;

    ClaimClient(JoinBundle bundle) {
        this.bundle = bundle;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER);
        bundle.trust().map(ClaimClient::trusting).ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    private static SSLContext trusting(String pem) {
        try {
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            int number = 0;
            for (Certificate anchor : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
                anchors.setCertificateEntry("anchor-" + number++, anchor);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the certificates in the join bundle cannot be read", e);
        }
    }

    ClaimAnswer ask(Claim claim, String request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(bundle.claimUrl())
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(claim.json(bundle, request)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return ClaimAnswer.of(answer.statusCode(), answer.body(), retryAfter(answer));
    }

    private static Optional<Long> retryAfter(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Long::valueOf);
    }

    @Override
    public void close() {
        http.close();
    }
}
