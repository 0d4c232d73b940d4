package studio.certificates.process;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.api.problem.ProblemType;
import studio.certificates.config.CertificatesConfig;
import studio.certificates.policy.Holder;
import studio.certificates.policy.Policies;
import studio.certificates.request.Checked;
import studio.certificates.request.SigningRequests;
import studio.certificates.signer.HolderKey;
import studio.certificates.signer.Profile;
import studio.certificates.signer.SignedCertificate;
import studio.certificates.signer.Signer;
import studio.certificates.store.Database;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.kernel.Digest;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** Makes one certificate. Whatever goes wrong is a result, so that no task can hold others up. Safe for threads. */
final class Workshop {

    private final Database database;
    private final Signer signer;
    private final HolderFiles files;
    private final CertificatesConfig config;
    private final Policies policies;
    private final SigningRequests requests;
    private final InstantSource clock;

    Workshop(Database database, Signer signer, HolderFiles files, CertificatesConfig config, InstantSource clock) {
        this.database = database;
        this.signer = signer;
        this.files = files;
        this.config = config;
        this.policies = new Policies(config);
        this.requests =
                new SigningRequests(config.keys().allowed(), config.keys().requestLimit());
        this.clock = clock;
    }

    /**
     * What is known when a task is begun. What changes meanwhile begins another round, in which it is done again.
     *
     * @param task   the task
     * @param holder what is known of the holder, if anything
     * @param issuer who signs it, if anybody does yet
     */
    record Known(Task task, Optional<Holder> holder, Optional<Uid> issuer) {}

    /** What became of a task. */
    record Done(Task task, Result result) {}

    /** Some of what may be worked at now. */
    List<Known> begin(Instant now, int limit) {
        return database.inTransaction(sql -> {
            Ledger ledger = new Ledger(sql);
            record Place(StreamKey stream, Kind use) {}
            Map<Place, Optional<Uid>> issuers = new HashMap<>();
            return ledger.due(now, limit).stream()
                    .map(task -> new Known(
                            task,
                            ledger.holder(task),
                            issuers.computeIfAbsent(
                                    new Place(task.stream(), task.subject().kind()), it -> ledger.issuer(task, now))))
                    .toList();
        });
    }

    /** Works at one of them. */
    Done work(Known known) {
        return new Done(known.task(), attempt(known, clock.instant()));
    }

    private Result attempt(Known known, Instant now) {
        try {
            return make(known, now);
        } catch (RuntimeException e) {
            return new Result.Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private Result make(Known known, Instant now) {
        Task task = known.task();
        if (known.holder().isEmpty()) {
            return new Result.Failed("the log has not told of the holder");
        }
        Holder holder = known.holder().get();
        Profile profile = policies.profile(task.certificate(), task.subject(), task.ordinal(), holder, now);
        if (holder.endsAt().filter(end -> !end.isAfter(now)).isPresent()) {
            return new Result.Refused(new Checked.Refused(ProblemType.NETWORK_EXPIRED, "the network is over"));
        }
        if (task.subject().kind() == Kind.ROOT && config.externalRoot()) {
            return external(task, profile);
        }
        if (task.subject().kind().issuer().isPresent() && known.issuer().isEmpty()) {
            return new Result.TooEarly();
        }
        if (profile.isAuthority()) {
            SignedCertificate signed = signer.makeAuthority(task.certificate(), known.issuer(), profile);
            return new Result.Signed(signed, known.issuer(), Optional.empty(), isBound(holder, signed));
        }
        return leaf(known, holder, profile);
    }

    /** X.509 counts whole seconds. */
    private static boolean isBound(Holder holder, SignedCertificate signed) {
        return holder.endsAt()
                .filter(end -> signed.notAfter().plusSeconds(1).isAfter(end))
                .isPresent();
    }

    private Result external(Task task, Profile profile) {
        String request = signer.requestAuthority(task.certificate(), profile);
        return files.exchange(request)
                .<Result>map(chain -> new Result.Signed(
                        signer.importAuthority(task.certificate(), chain), Optional.empty(), Optional.empty(), false))
                .orElseGet(Result.TooEarly::new);
    }

    private Result leaf(Known known, Holder holder, Profile profile) {
        Task task = known.task();
        if (task.signingRequest().isEmpty() && !Policies.makesKey(task.subject(), holder)) {
            return new Result.Lacking();
        }
        Checked checked = task.signingRequest()
                .map(request -> requests.check(request, profile))
                .orElseGet(() -> new Checked.Fit(files.key(task.subject(), task.ordinal(), profile.keyKind())));
        return switch (checked) {
            case Checked.Refused refused -> new Result.Refused(refused);
            case Checked.Fit fit -> sign(task, known.issuer().orElseThrow(), fit.key(), holder, profile);
        };
    }

    private Result sign(Task task, Uid issuer, HolderKey key, Holder holder, Profile profile) {
        String name = task.stream() + "/" + task.subject().kind() + "/" + holder.uid();
        Digest digest = key.digest();
        String owner = database.once(sql -> new Ledger(sql).holderOf(digest, name));
        if (!owner.equals(name)) {
            return new Result.Refused(
                    new Checked.Refused(ProblemType.KEY_OF_ANOTHER, "another holder has this key; make one"));
        }
        SignedCertificate signed = signer.sign(task.certificate(), issuer, key, profile);
        return new Result.Signed(signed, Optional.of(issuer), Optional.of(digest), isBound(holder, signed));
    }
}
