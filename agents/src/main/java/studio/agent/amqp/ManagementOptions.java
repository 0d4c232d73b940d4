package studio.agent.amqp;

import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.proton.ProtonClientOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import studio.agent.router.Place;

/**
 * How to reach a router's management.
 *
 * @param place  where it listens
 * @param tls    who we are and whom we trust; without it only a router on the same machine is spoken to
 * @param limits how long to wait and how much to ask at once
 */
public record ManagementOptions(Place place, Optional<Tls> tls, Limits limits) {

    /**
     * Checks that what is not encrypted stays on the machine.
     *
     * @throws IllegalArgumentException if it does not
     */
    public ManagementOptions {
        if (tls.isEmpty()
                && !place.host().equals(Place.LOOPBACK)
                && !place.host().equals("localhost")) {
            throw new IllegalArgumentException("tls must be given for a router on another machine: " + place);
        }
    }

    /**
     * Certificate, key and authorities, as PEM files.
     *
     * @param authorities whom we trust
     * @param certificate who we are
     * @param key         our private key
     */
    public record Tls(Path authorities, Path certificate, Path key) {}

    /**
     * How long to wait and how much to ask at once.
     *
     * @param connect  how long connecting may take
     * @param deadline how long a request may take, the time before it is sent included
     * @param window   how many requests are sent before the first is answered
     * @param waiting  how many more wait to be sent
     */
    public record Limits(Duration connect, Duration deadline, int window, int waiting) {

        /** What suits a router on the same machine: one request takes it 3 to 10 ms. */
        public static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), 100, 10_000);
    }

    ProtonClientOptions client() {
        ProtonClientOptions options = new ProtonClientOptions();
        options.setConnectTimeout(Math.toIntExact(limits.connect().toMillis()));
        options.setReconnectAttempts(0);
        tls.ifPresentOrElse(
                files -> options.setSsl(true)
                        .setHostnameVerificationAlgorithm("HTTPS")
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .setCertPath(files.certificate().toString())
                                .setKeyPath(files.key().toString()))
                        .setTrustOptions(new PemTrustOptions()
                                .addCertPath(files.authorities().toString()))
                        .addEnabledSaslMechanism("EXTERNAL"),
                () -> options.addEnabledSaslMechanism("ANONYMOUS"));
        return options;
    }
}
