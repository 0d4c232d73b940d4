package studio.certificates.testing;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import studio.certificates.config.CertificatesConfig;

/** Settings of tests: the defaults but for what a test says. */
public final class Settings {

    private Settings() {}

    /** The defaults, for files in that directory. */
    public static CertificatesConfig in(Path directory) {
        return in(directory, Map.of());
    }

    /** The defaults but for these, whose keys are without their prefix. */
    public static CertificatesConfig in(Path directory, Map<String, String> changes) {
        Map<String, String> values = new HashMap<>();
        values.put("studio.certificates.directory", directory.toString());
        changes.forEach((key, value) -> values.put("studio.certificates." + key, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(CertificatesConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(CertificatesConfig.class);
    }
}
