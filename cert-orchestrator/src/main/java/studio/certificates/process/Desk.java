package studio.certificates.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.api.problem.ProblemType;
import studio.certificates.config.CertificatesConfig;
import studio.certificates.request.Checked;
import studio.certificates.store.Database;
import studio.certificates.store.Sql;
import studio.domain.StreamType;
import studio.domain.certificate.CertificateCommand.FailCertificate;
import studio.domain.certificate.CertificateCommand.RecordCertificate;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Uid;

/** Notes what became of tasks, and what is to be said about it, in one transaction. */
final class Desk {

    private static final Logger LOGGER = LoggerFactory.getLogger(Desk.class);

    /** What has to wait for its authority is woken by that; this is for the case that nobody does. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How often it is looked whether somebody has signed the root. */
    private static final Duration EXCHANGE = Duration.ofSeconds(2);

    private static final double HALF = 0.5;

    private final Database database;
    private final CertificatesConfig config;
    private final Counters counters;
    private final InstantSource clock;

    Desk(Database database, CertificatesConfig config, Counters counters, InstantSource clock) {
        this.database = database;
        this.config = config;
        this.counters = counters;
        this.clock = clock;
    }

    void note(List<Workshop.Done> done) {
        Instant now = clock.instant();
        database.run(sql -> done.forEach(one -> note(one.task(), one.result(), sql, now)));
        done.forEach(one -> counters.count(one.result()));
    }

    private void note(Task task, Result result, Sql sql, Instant now) {
        Ledger ledger = new Ledger(sql);
        switch (result) {
            case Result.Signed signed -> {
                if (ledger.signed(task, signed)) {
                    new Outbox(sql, now)
                            .add(
                                    Outbox.id(task.certificate(), "issued-" + task.round()),
                                    task.stream(),
                                    new RecordCertificate(task.certificate(), recorded(task, signed)),
                                    task.cause());
                }
            }
            case Result.Refused refused -> refuse(task, refused.why(), ledger, sql, now);
            case Result.Lacking lacking -> ledger.lacking(task);
            case Result.TooEarly early ->
                ledger.later(
                        task,
                        now.plus(task.subject().kind().issuer().isPresent() ? PATIENCE : EXCHANGE),
                        0,
                        Optional.empty());
            case Result.Failed failed -> again(task, failed, ledger, sql, now);
        }
    }

    /** The log names an issuer only where it is in the same stream. */
    private static TlsCertificate.Signed recorded(Task task, Result.Signed signed) {
        boolean elsewhere = task.subject().kind().isAuthority() && !isOfAuthority(task);
        Optional<Uid> issuer = elsewhere ? Optional.empty() : signed.issuer();
        return new TlsCertificate.Signed(
                signed.certificate().serial(),
                signed.certificate().fingerprint(),
                signed.certificate().notBefore(),
                signed.certificate().notAfter(),
                issuer,
                Optional.of(signed.certificate().chain()));
    }

    private static boolean isOfAuthority(Task task) {
        return task.stream().type().equals(StreamType.AUTHORITY.label());
    }

    private void refuse(Task task, Checked.Refused why, Ledger ledger, Sql sql, Instant now) {
        if (ledger.refused(task, why.cause())) {
            LOGGER.atWarn()
                    .addKeyValue("certificate", task.certificate())
                    .addKeyValue("stream", task.stream())
                    .addKeyValue("cause", why.cause())
                    .log("a certificate was refused");
            new Outbox(sql, now)
                    .add(
                            Outbox.id(task.certificate(), "failed-" + task.round()),
                            task.stream(),
                            new FailCertificate(task.certificate(), why.cause()),
                            task.cause());
        }
    }

    private void again(Task task, Result.Failed failed, Ledger ledger, Sql sql, Instant now) {
        int attempts = task.attempts() + 1;
        LOGGER.atWarn()
                .addKeyValue("certificate", task.certificate())
                .addKeyValue("stream", task.stream())
                .addKeyValue("attempts", attempts)
                .addKeyValue("cause", failed.cause())
                .log("a certificate could not be signed");
        if (attempts >= config.retries().attempts()) {
            refuse(task, new Checked.Refused(ProblemType.SIGNING_FAILED, failed.cause()), ledger, sql, now);
        } else {
            ledger.later(task, now.plus(pause(attempts)), attempts, Optional.of(failed.cause()));
        }
    }

    /** Doubles each time; half of it is left to chance, so that what failed together is not tried together. */
    private Duration pause(int attempts) {
        Duration full = config.retries().firstPause();
        for (int i = 1; i < attempts && full.compareTo(config.retries().longestPause()) < 0; i++) {
            full = full.multipliedBy(2);
        }
        Duration longest = config.retries().longestPause();
        long millis = (full.compareTo(longest) < 0 ? full : longest).toMillis();
        double part = HALF + ThreadLocalRandom.current().nextDouble() * HALF;
        return Duration.ofMillis(Math.round(millis * part));
    }
}
