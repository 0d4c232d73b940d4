package studio.agent.feed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.feed.client.ClientSession;
import studio.feed.frame.Frame;
import studio.feed.transport.FeedClient;

/**
 * A client with one certificate; what is said before it has begun is said when it has.
 *
 * @param ordinal    the certificate's
 * @param client     the client
 * @param deployment done when it has begun
 */
record Connection(int ordinal, FeedClient client, Future<String> deployment) {

    void run(Consumer<ClientSession> action) {
        deployment.onSuccess(begun -> client.run(action));
    }

    /** Says something; {@code said} is told if there was room for it. */
    void say(Frame.Up frame, Runnable said) {
        deployment.onSuccess(begun -> client.say(List.of(frame), left -> {
            if (left.isEmpty()) {
                said.run();
            }
        }));
    }

    /** How it reaches the other end, while it does. */
    Optional<FeedClient.Way> way() {
        return client.way();
    }

    void flows(Frame.Flows flows) {
        deployment.onSuccess(begun -> client.flows(flows));
    }

    void end(Vertx vertx) {
        deployment.onSuccess(vertx::undeploy);
    }
}
