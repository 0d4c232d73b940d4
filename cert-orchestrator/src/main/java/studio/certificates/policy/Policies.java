package studio.certificates.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.certificates.config.CertificatesConfig;
import studio.certificates.signer.Profile;
import studio.certificates.signer.Profile.Life;
import studio.certificates.signer.Profile.Purpose;
import studio.domain.certificate.CertificateSubject;
import studio.domain.kernel.Uid;

/** What is in each certificate of the tree: the one place where that is said. Pure but for the configuration. */
public final class Policies {

    private static final int PERCENT = 100;
    private static final int STEPS = 1_000;

    private final CertificatesConfig config;

    /** The policies of that configuration. */
    public Policies(CertificatesConfig config) {
        this.config = config;
    }

    /** Whether the holder's key is made here: the Service Home's own, and those of homes that run there. */
    public static boolean makesKey(CertificateSubject subject, Holder holder) {
        return switch (subject.kind()) {
            case SERVICE_HOME -> true;
            case NETWORK_HOME -> holder.managed();
            case ROOT, INTERIOR_CA, ACCESS_POINT_CA, INTERIOR_SITE, ACCESS_POINT, NETWORK_CA, MEMBER_SITE -> false;
        };
    }

    /**
     * What shall be in that certificate.
     *
     * @param certificate its uid
     * @param subject     what it is for
     * @param ordinal     its place among the subject's
     * @param holder      what is known of the holder
     * @param now         when it is made
     */
    public Profile profile(Uid certificate, CertificateSubject subject, int ordinal, Holder holder, Instant now) {
        return new Profile(
                commonName(subject, ordinal, holder),
                uri(subject, holder),
                hosts(subject, holder),
                purposes(subject),
                life(certificate, subject, holder, now),
                config.keys().made());
    }

    /** Routers know a peer by its common name, which therefore is a uid; each generation of an authority has a name of its own. */
    private String commonName(CertificateSubject subject, int ordinal, Holder holder) {
        return switch (subject.kind()) {
            case ROOT -> config.installation() + " root " + ordinal;
            case INTERIOR_CA, ACCESS_POINT_CA, NETWORK_CA -> use(subject) + " " + holder.owner() + " " + ordinal;
            case SERVICE_HOME -> subject.name().value();
            case INTERIOR_SITE, ACCESS_POINT, NETWORK_HOME, MEMBER_SITE ->
                holder.uid().toString();
        };
    }

    private static String use(CertificateSubject subject) {
        return subject.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Optional<String> uri(CertificateSubject subject, Holder holder) {
        String base = "spiffe://" + config.installation();
        return switch (subject.kind()) {
            case ROOT, INTERIOR_CA, ACCESS_POINT_CA, NETWORK_CA -> Optional.empty();
            case SERVICE_HOME -> Optional.of(base + "/service/" + subject.name());
            case INTERIOR_SITE -> Optional.of(base + "/backbone/" + holder.owner() + "/site/" + holder.uid());
            case ACCESS_POINT -> Optional.of(base + "/backbone/" + holder.owner() + "/access-point/" + holder.uid());
            case NETWORK_HOME -> Optional.of(base + "/network/" + holder.owner() + "/home/" + holder.uid());
            case MEMBER_SITE -> Optional.of(base + "/network/" + holder.owner() + "/site/" + holder.uid());
        };
    }

    private List<String> hosts(CertificateSubject subject, Holder holder) {
        return switch (subject.kind()) {
            case SERVICE_HOME -> config.serviceHome().hosts();
            case ACCESS_POINT -> holder.host().stream().toList();
            case NETWORK_HOME -> holder.managed() ? config.serviceHome().hosts() : List.of();
            case ROOT, INTERIOR_CA, ACCESS_POINT_CA, INTERIOR_SITE, NETWORK_CA, MEMBER_SITE -> List.of();
        };
    }

    private static Set<Purpose> purposes(CertificateSubject subject) {
        return switch (subject.kind()) {
            case ROOT -> Set.of(Purpose.ROOT);
            case INTERIOR_CA, ACCESS_POINT_CA, NETWORK_CA -> Set.of(Purpose.AUTHORITY);
            case INTERIOR_SITE, MEMBER_SITE -> Set.of(Purpose.CLIENT);
            case ACCESS_POINT -> Set.of(Purpose.SERVER);
            case SERVICE_HOME, NETWORK_HOME -> Set.of(Purpose.SERVER, Purpose.CLIENT);
        };
    }

    private Life life(Uid certificate, CertificateSubject subject, Holder holder, Instant now) {
        CertificatesConfig.Lives lives = config.lives();
        Instant begin = now.minus(lives.backdating());
        return switch (subject.kind()) {
            case ROOT -> new Life(begin, now.plus(lives.root()));
            case INTERIOR_CA, ACCESS_POINT_CA -> new Life(begin, now.plus(shortened(lives.authority(), certificate)));
            case NETWORK_CA ->
                new Life(begin, holder.endsAt().orElseGet(() -> now.plus(shortened(lives.network(), certificate))));
            case SERVICE_HOME -> new Life(begin, now.plus(shortened(lives.serviceHome(), certificate)));
            case INTERIOR_SITE, ACCESS_POINT, NETWORK_HOME, MEMBER_SITE ->
                new Life(begin, now.plus(shortened(lives.holder(), certificate)));
        };
    }

    /** By chance, but the same for the same certificate: what is made twice must be the same. */
    private Duration shortened(Duration life, Uid certificate) {
        int step = Math.floorMod(certificate.hashCode(), STEPS);
        return life.minus(
                life.multipliedBy((long) step * config.lives().jitterPercent()).dividedBy((long) STEPS * PERCENT));
    }
}
