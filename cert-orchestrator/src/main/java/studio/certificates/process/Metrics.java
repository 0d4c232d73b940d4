package studio.certificates.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.certificates.config.CertificatesConfig;
import studio.certificates.store.Database;
import studio.domain.certificate.CertificateSubject.Kind;

/** What those who watch see, and whom a line in the log calls: looked at from time to time, since it takes queries. */
public final class Metrics {

    private static final Logger LOGGER = LoggerFactory.getLogger(Metrics.class);
    private static final double SECONDS_PER_DAY = 86_400.0;

    private static final List<String> COUNTED = List.of("pending", "lacking", "failed", "unacknowledged", "expiring");

    private static final String ENDS = """
            SELECT use, min(not_after) AS ends FROM certificates WHERE state = 'issued' GROUP BY use
            """;
    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE state = 'wanted') AS pending,
                count(*) FILTER (WHERE state = 'lacking') AS lacking,
                count(*) FILTER (WHERE state = 'failed') AS failed,
                count(*) FILTER (WHERE state = 'issued' AND ordinal > 1 AND NOT used AND issued_at < ?) AS unacknowledged,
                count(*) FILTER (WHERE state = 'issued' AND NOT bound AND not_after < ?) AS expiring
            FROM certificates
            """;
    private static final String CALL = """
            UPDATE certificates SET alarmed = true
            WHERE state = 'issued' AND NOT alarmed
                AND ((ordinal > 1 AND NOT used AND issued_at < ?) OR (NOT bound AND not_after < ?))
            RETURNING certificate, stream, use, subject, not_after, not_after < ? AS expires
            """;

    private final Database database;
    private final CertificatesConfig.Alarms config;
    private final Counters counters;
    private final Map<Kind, Double> days = new EnumMap<>(Kind.class);
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private Instant next = Instant.MIN;

    /** Those of the certificates in that database. */
    public Metrics(Database database, CertificatesConfig config, MeterRegistry registry) {
        this.database = database;
        this.config = config.alarms();
        this.counters = new Counters(registry);
        for (Kind kind : Kind.values()) {
            Gauge.builder("studio.certificates.days.left", this, it -> it.daysLeft(kind))
                    .description("Days until the first certificate of that use expires")
                    .tag("use", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .register(registry);
        }
        for (String what : COUNTED) {
            Gauge.builder("studio.certificates." + what, this, it -> it.count(what))
                    .description("Certificates that are " + what)
                    .register(registry);
        }
    }

    Counters counters() {
        return counters;
    }

    private synchronized double daysLeft(Kind kind) {
        return days.getOrDefault(kind, Double.NaN);
    }

    private double count(String what) {
        return counts.getOrDefault(what, 0L).doubleValue();
    }

    /** Looks, if it is time to. */
    synchronized void look(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(config.interval());
        Instant silent = now.minus(config.unacknowledged());
        Instant soon = now.plus(config.beforeExpiry());
        days.clear();
        database.run(sql -> {
            sql.query(
                    ENDS,
                    row -> days.put(
                            Kind.valueOf(row.text("use")),
                            Duration.between(now, row.maybeTime("ends").orElse(now))
                                            .toSeconds()
                                    / SECONDS_PER_DAY));
            sql.query(
                    COUNTS,
                    row -> {
                        for (String what : COUNTED) {
                            counts.put(what, row.number(what));
                        }
                        return COUNTED;
                    },
                    silent,
                    soon);
            sql.query(
                    CALL,
                    row -> call(row.uid("certificate") + " of " + row.text("stream"), row.flag("expires")),
                    silent,
                    soon,
                    soon);
        });
    }

    private static boolean call(String certificate, boolean expires) {
        LOGGER.atWarn()
                .addKeyValue("certificate", certificate)
                .log(
                        expires
                                ? "a certificate expires soon, and its holder has no other in use"
                                : "the holder of a renewed certificate has not said that it uses it");
        return expires;
    }
}
