package studio.agent.amqp;

import java.util.concurrent.CompletableFuture;

/** The management of a router. Requests are done in the order in which they are sent, as far as they concern the same router. */
public interface RouterManagement {

    /** Sends a request; its answer comes by the deadline, whatever happens. */
    CompletableFuture<Answer> send(Request request);

    /** Sends a request and waits for the answer. */
    default Answer ask(Request request) {
        return send(request).join();
    }
}
