package studio.certificates.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.certificates.signer.KeyKind;

/** What certificates are like, and how they are made. */
@ConfigMapping(prefix = "studio.certificates")
public interface CertificatesConfig {

    /** The name of the installation, with which every holder's URI begins (its SPIFFE trust domain). It must never change. */
    @WithDefault("studio.local")
    String installation();

    /** Where this component keeps files: the master key, the root's request, keys of the Service Home's own components. */
    Path directory();

    /** The key under which authorities' keys are sealed: 32 bytes in base64. Without, it is in a file that is made at the first start. */
    Optional<String> masterKey();

    /** Whether somebody else signs the root. Then its request lies in {@code root-request.pem}, and its chain is awaited in {@code root-chain.pem}. */
    @WithDefault("false")
    boolean externalRoot();

    /** How long certificates live. */
    Lives lives();

    /** Which keys certificates have. */
    Keys keys();

    /** What happens when signing fails. */
    Retries retries();

    /** When somebody is called. */
    Alarms alarms();

    /** Who runs at the Service Home, and gets its keys from here. */
    ServiceHome serviceHome();

    /** How many certificates are signed at a time. */
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int workers();

    /** The most certificates that are worked at before the log is read again, and the most records that are read at once. */
    @WithDefault("500")
    @Min(1)
    @Max(5_000)
    int batchLimit();

    /** How often an instance that is not the one that works asks whether it may, and how long one waits after a failure. */
    @WithDefault("500ms")
    Duration retryInterval();

    /** How long certificates live. */
    interface Lives {

        /** The root's. */
        @WithDefault("3650d")
        Duration root();

        /** An authority's of a backbone. */
        @WithDefault("730d")
        Duration authority();

        /** A network's authority's where the network has no end; with one it is that end and the time to clean up. */
        @WithDefault("365d")
        Duration network();

        /** Those of interior sites, access points, homes and member sites. */
        @WithDefault("30d")
        Duration holder();

        /** Those of the Service Home's components. */
        @WithDefault("90d")
        Duration serviceHome();

        /** How much shorter a life can be, in percent, so that what was made together is not renewed together. */
        @WithDefault("10")
        @Min(0)
        @Max(50)
        int jitterPercent();

        /** How long before it is made a certificate is valid, for clocks that are behind. */
        @WithDefault("5m")
        Duration backdating();
    }

    /** Which keys certificates have. */
    interface Keys {

        /** The kind of keys that are made here. */
        @WithDefault("ec-p256")
        KeyKind made();

        /** The kinds of keys that holders may bring. */
        @WithDefault("ec-p256,ec-p384")
        Set<KeyKind> allowed();

        /** The longest signing request, in characters. */
        @WithDefault("4096")
        @Min(512)
        @Max(8_192)
        int requestLimit();
    }

    /** What happens when signing fails. */
    interface Retries {

        /** How often it is tried before the certificate has failed. */
        @WithDefault("8")
        @Min(1)
        @Max(100)
        int attempts();

        /** The pause after the first failure; it doubles with each, and up to half of it is left to chance. */
        @WithDefault("1s")
        Duration firstPause();

        /** The longest pause. */
        @WithDefault("5m")
        Duration longestPause();
    }

    /** When somebody is called. */
    interface Alarms {

        /** How long before its end a certificate without a successor in use is reported. */
        @WithDefault("7d")
        Duration beforeExpiry();

        /** How long the holder of a renewed certificate may go without saying that it uses it. */
        @WithDefault("24h")
        Duration unacknowledged();

        /** How often it is looked. */
        @WithDefault("30s")
        Duration interval();
    }

    /** Who runs at the Service Home, and gets its keys from here. */
    interface ServiceHome {

        /** The components that get a certificate: the feed serves with its own. */
        @WithDefault("feed")
        Set<String> components();

        /** DNS names and addresses at which they serve, and managed homes with them. */
        @WithDefault("localhost,127.0.0.1")
        List<String> hosts();
    }
}
