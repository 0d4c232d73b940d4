package studio.agent.router;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Certificate, key and whom to trust. A router knows the peer's user by the common name alone ({@code uidFormat n}), since policies
 * can't list a name with commas.
 *
 * @param name        its name
 * @param files       where certificate, key and authorities are
 * @param ordinal     counts the certificates
 * @param oldestValid the lowest ordinal whose connections may stay
 */
public record SslProfile(String name, Files files, long ordinal, long oldestValid) implements RouterEntity {

    private static final String COMMON_NAME = "n";

    /**
     * Where certificate, key and authorities are.
     *
     * @param authorities whom to trust: the authorities of one issuer
     * @param certificate the certificate and those between it and the trusted one
     * @param key         its private key
     */
    public record Files(Path authorities, Path certificate, Path key) {}

    @Override
    public EntityType type() {
        return EntityType.SSL_PROFILE;
    }

    @Override
    public Map<String, Object> values() {
        return Map.of(
                "caCertFile",
                files.authorities().toString(),
                "certFile",
                files.certificate().toString(),
                "privateKeyFile",
                files.key().toString(),
                "uidFormat",
                COMMON_NAME,
                "ordinal",
                ordinal,
                "oldestValidOrdinal",
                oldestValid);
    }

    @Override
    public Optional<Defect> defect() {
        return ordinal < 0 || oldestValid < 0 || oldestValid > ordinal
                ? Optional.of(new Defect("oldestValidOrdinal", "must be 0 to the ordinal, " + ordinal))
                : Optional.empty();
    }
}
