package studio.agent.amqp;

import io.vertx.core.Vertx;
import io.vertx.proton.ProtonSender;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.message.Message;
import studio.agent.amqp.Answer.Cause;
import studio.agent.amqp.Answer.NoAnswer;

/** The requests to one router that have no answer yet: those that were sent, and those that wait. Used on one context alone. */
final class PendingRequests {

    private final Vertx vertx;
    private final ProtonSender sender;
    private final String replyTo;
    private final ManagementOptions.Limits limits;
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private final Map<String, Pending> sent = new HashMap<>();
    private boolean reached;

    private record Pending(String id, Request request, CompletableFuture<Answer> answer, long timer) {}

    PendingRequests(Vertx vertx, ProtonSender sender, String replyTo, ManagementOptions.Limits limits) {
        this.vertx = vertx;
        this.sender = sender;
        this.replyTo = replyTo;
        this.limits = limits;
        sender.sendQueueDrainHandler(drained -> {
            reached = true;
            pump();
        });
    }

    void add(String id, Request request, CompletableFuture<Answer> answer) {
        if (sent.size() + waiting.size() >= limits.window() + limits.waiting()) {
            answer.complete(new NoAnswer(Cause.OVERLOADED, false, limits.waiting() + " requests wait already"));
            return;
        }
        long timer = vertx.setTimer(limits.deadline().toMillis(), fired -> expire(id));
        waiting.add(new Pending(id, request, answer, timer));
        pump();
    }

    private void pump() {
        while (sent.size() < limits.window() && !waiting.isEmpty() && !sender.sendQueueFull()) {
            Pending next = waiting.remove();
            sent.put(next.id(), next);
            Message message = ManagementCodec.encode(next.request(), next.id(), replyTo);
            sender.send(message, delivery -> {
                if (!(delivery.getRemoteState() instanceof Accepted)) {
                    finish(next.id(), new NoAnswer(Cause.NOT_ACCEPTED, false, "" + delivery.getRemoteState()));
                }
            });
        }
    }

    /** Gives the answer to whoever asked; an answer that nobody waits for any more is dropped. */
    void finish(String id, Answer answer) {
        Pending pending = sent.remove(id);
        if (pending != null) {
            vertx.cancelTimer(pending.timer());
            pending.answer().complete(answer);
            pump();
        }
    }

    private void expire(String id) {
        Duration deadline = limits.deadline();
        finish(id, new NoAnswer(Cause.DEADLINE, true, "no answer within " + deadline));
        List<Pending> late =
                waiting.stream().filter(pending -> pending.id().equals(id)).toList();
        waiting.removeAll(late);
        Cause cause = reached ? Cause.DEADLINE : Cause.NO_ROUTE;
        late.forEach(pending ->
                pending.answer().complete(new NoAnswer(cause, false, "could not be sent within " + deadline)));
    }

    /** Ends all of them: those that were sent may have been done. */
    void end(Cause cause, String detail) {
        List<Pending> all = new ArrayList<>(sent.values());
        all.forEach(pending -> pending.answer().complete(new NoAnswer(cause, true, detail)));
        waiting.forEach(pending -> pending.answer().complete(new NoAnswer(cause, false, detail)));
        all.addAll(waiting);
        all.forEach(pending -> vertx.cancelTimer(pending.timer()));
        sent.clear();
        waiting.clear();
    }

    boolean isIdle() {
        return sent.isEmpty() && waiting.isEmpty();
    }

    void close() {
        sender.close();
    }
}
