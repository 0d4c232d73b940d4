package studio.command.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.api.json.Word;
import studio.api.problem.Problem;
import studio.api.problem.ProblemType;
import studio.command.submit.CommandSubmitter;
import studio.command.submit.OutcomeTail;
import studio.command.submit.Submission;
import studio.command.submit.SubmitConfig;
import studio.command.submit.Ticket;
import studio.domain.kernel.Command;
import studio.domain.kernel.StreamKey;
import studio.identity.Caller;
import studio.identity.problem.ProblemException;
import studio.schema.ActorRef;
import studio.schema.CommandOutcome;

/** Gives commands in the name of whoever calls, and answers with what became of them. */
@ApplicationScoped
public class Commands {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final CommandSubmitter submitter;
    private final Duration budget;
    private final Caller caller;
    private final OutcomeTail outcomes;
    private final MeterRegistry metrics;

    Commands(
            CommandSubmitter submitter,
            SubmitConfig config,
            Caller caller,
            OutcomeTail outcomes,
            MeterRegistry metrics) {
        this.submitter = submitter;
        this.outcomes = outcomes;
        this.budget = config.waitBudget();
        this.caller = caller;
        this.metrics = metrics;
    }

    /** Answers a command that makes something. */
    public Uni<Response> create(StreamKey stream, Command command, WriteOptions options) {
        return give(stream, command, options).map(Answers::created);
    }

    /** Answers a command that changes or removes something. */
    public Uni<Response> change(StreamKey stream, Command command, WriteOptions options) {
        return give(stream, command, options).map(Answers::changed);
    }

    /**
     * Answers a command that makes something, once this service has done what follows from it. It is never answered by 202, for
     * then nobody would do that; what follows must bear being done twice, as a retry does it again.
     *
     * @param then what follows, and the receipt for all of it
     */
    public Uni<Response> create(
            StreamKey stream, Command command, WriteOptions options, Function<CommandOutcome, Uni<Receipt>> then) {
        return decide(options.submission(stream, command, caller.actor()))
                .chain(outcome ->
                        receipt(outcome, then).map(receipt -> Answers.created(new Answer.Done(outcome, receipt))));
    }

    /** Answers a command that changes or removes something, once this service has done what follows from it. */
    public Uni<Response> change(
            StreamKey stream, Command command, WriteOptions options, Function<CommandOutcome, Uni<Receipt>> then) {
        return decide(options.submission(stream, command, caller.actor()))
                .chain(outcome ->
                        receipt(outcome, then).map(receipt -> Answers.changed(new Answer.Done(outcome, receipt))));
    }

    private static Uni<Receipt> receipt(CommandOutcome outcome, Function<CommandOutcome, Uni<Receipt>> then) {
        return outcome.dryRun() ? Uni.createFrom().item(Receipt.of(outcome)) : then.apply(outcome);
    }

    /** Answers a command that makes something and has to be prepared. */
    public Uni<Response> create(StreamKey stream, Uni<? extends Command> prepared, WriteOptions options) {
        return give(stream, prepared, options).map(Answers::created);
    }

    /** Answers a command that changes something and has to be prepared. */
    public Uni<Response> change(StreamKey stream, Uni<? extends Command> prepared, WriteOptions options) {
        return give(stream, prepared, options).map(Answers::changed);
    }

    /**
     * What succeeded once may not be prepared again, as when an image was withdrawn since; whoever asks again under the same key still gets
     * the first answer.
     */
    private Uni<Answer> give(StreamKey stream, Uni<? extends Command> prepared, WriteOptions options) {
        return prepared.map(command -> give(stream, command, options))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> first(stream, options, failure))
                .chain(answer -> answer);
    }

    private Uni<Answer> first(StreamKey stream, WriteOptions options, Throwable failure) {
        return outcomes.find(options.commandId())
                .filter(outcome -> outcome.stream().equals(stream)
                        && outcome.actor().equals(ActorRef.to(caller.actor()))
                        && outcome.accepted()
                        && !outcome.dryRun())
                .map(CommandOutcome::again)
                .<Uni<Answer>>map(outcome -> Uni.createFrom().item(new Answer.Done(outcome, Receipt.of(outcome))))
                .orElseGet(() -> Uni.createFrom().failure(failure));
    }

    /** The outcome of an accepted command, however given; late is unavailable. */
    public Uni<CommandOutcome> decide(Submission submission) {
        return outcome(submission).onFailure(TimeoutException.class).transform(late -> notInTime(submission));
    }

    private Uni<Answer> give(StreamKey stream, Command command, WriteOptions options) {
        Submission submission = options.submission(stream, command, caller.actor());
        Answer underWay = new Answer.UnderWay(submission.commandId());
        if (options.respondAsync()) {
            Ticket ticket = submitter.submit(submission, budget);
            return Uni.createFrom().completionStage(ticket.stored()).replaceWith(underWay);
        }
        return outcome(submission)
                .<Answer>map(done -> new Answer.Done(done, Receipt.of(done)))
                .onFailure(TimeoutException.class)
                .recoverWithItem(underWay);
    }

    private Uni<CommandOutcome> outcome(Submission submission) {
        Timer.Sample sample = Timer.start(metrics);
        Ticket ticket = submitter.submit(submission, budget);
        return Uni.createFrom()
                .completionStage(ticket.decided())
                .onItemOrFailure()
                .invoke((outcome, failure) -> sample.stop(timer(submission, outcome, failure)))
                .invoke(Commands::requireAccepted);
    }

    private static void requireAccepted(CommandOutcome outcome) {
        outcome.rejection().ifPresent(refusal -> {
            throw ProblemException.of(Refused.problem(outcome, refusal));
        });
    }

    private Timer timer(Submission submission, @Nullable CommandOutcome outcome, @Nullable Throwable failure) {
        String type = Word.of(submission.command().getClass());
        return metrics.timer("studio.commands", "type", type, "result", result(outcome, failure));
    }

    private static String result(@Nullable CommandOutcome outcome, @Nullable Throwable failure) {
        if (outcome == null) {
            return failure instanceof TimeoutException ? "under-way" : "not-stored";
        }
        return outcome.rejection().map(refusal -> Word.of(refusal.reason())).orElse("accepted");
    }

    private static ProblemException notInTime(Submission submission) {
        Problem problem = Problem.of(
                ProblemType.UNAVAILABLE,
                "the command is stored and will be decided; sending it again under the same Idempotency-Key gives the"
                        + " answer");
        return ProblemException.of(problem.withCommand(submission.commandId())).retryAfter(RETRY_AFTER);
    }
}
