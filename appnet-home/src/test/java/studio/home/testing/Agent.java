package studio.home.testing;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import studio.feed.client.ClientSession;
import studio.feed.client.Output;
import studio.feed.document.Document;
import studio.feed.frame.FlowReport;
import studio.feed.frame.Frame;
import studio.feed.transport.FeedClient;
import studio.feed.transport.FeedTls;
import studio.schema.feed.FlowCodec;

/** A site's end of the feed, as an agent has it. */
public final class Agent implements AutoCloseable {

    private final FeedClient client;
    private final BlockingQueue<Frame.Down> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> losses = new LinkedBlockingQueue<>();
    private volatile Document document = Document.EMPTY;

    /** Connects to that port of this machine, where the home with that URI must be. */
    public Agent(Vertx vertx, FeedTls tls, int port, String home, String name) {
        ClientSession session = new ClientSession(
                new ClientSession.Start(
                        UUID.randomUUID().toString(), Set.of("site=" + name), Document.EMPTY, List.of(), false),
                item -> Optional.empty(),
                new Random());
        this.client = new FeedClient(
                vertx,
                new FeedClient.Target("127.0.0.1", port, home, tls),
                session,
                kept -> {},
                new FeedClient.Listener() {
                    @Override
                    public void changed(Output.Changed changed) {
                        document = changed.document();
                    }

                    @Override
                    public void told(Frame.Down frame) {
                        told.add(frame);
                    }

                    @Override
                    public void lost(Throwable reason) {
                        losses.add(reason);
                    }
                },
                Clock.systemUTC());
        client.start().toCompletionStage().toCompletableFuture().join();
    }

    /** What it has. */
    public Document document() {
        return document;
    }

    /** What it was told beside its document. */
    public BlockingQueue<Frame.Down> told() {
        return told;
    }

    /** Why it was not connected. */
    public BlockingQueue<Throwable> losses() {
        return losses;
    }

    /** Does something with its session. */
    public void run(Consumer<ClientSession> action) {
        client.run(action);
    }

    /** Says something. */
    public void say(Frame.Up frame) {
        client.say(frame);
    }

    /** Tells of its traffic. */
    public void flows(FlowReport report) {
        client.flows(new Frame.Flows(report.began(), Instant.now(), FlowCodec.encode(report)));
    }

    @Override
    public void close() {
        client.close().toCompletionStage().toCompletableFuture().join();
    }
}
