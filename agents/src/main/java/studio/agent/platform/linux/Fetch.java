package studio.agent.platform.linux;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import studio.domain.library.ArchiveUrl;

/** Fetches a file by HTTP, of no more than so many bytes and in no more than so much time. */
final class Fetch implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final LinuxLimits limits;

    Fetch(LinuxLimits limits) {
        this.limits = limits;
    }

    /** Fetches it into that file. */
    void fetch(ArchiveUrl url, Path file) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url.value()))
                .timeout(limits.fetch())
                .header("User-Agent", "studio-agent")
                .build();
        CompletableFuture<HttpResponse<Path>> answer = client.sendAsync(request, into(file));
        try {
            int status =
                    answer.get(limits.fetch().toMillis(), TimeUnit.MILLISECONDS).statusCode();
            if (status != OK) {
                throw new IOException(url + " was answered with status " + status);
            }
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new IOException(
                    url + " could not be fetched within " + limits.fetch().toSeconds() + " s", slow);
        } catch (ExecutionException e) {
            throw new IOException(url + " could not be fetched: " + words(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw new IOException("fetching " + url + " was interrupted", e);
        }
    }

    private static String words(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private BodyHandler<Path> into(Path file) {
        return info -> new Limited(BodySubscribers.ofFile(file), limits.archiveBytes());
    }

    /** Passes on what comes, until it is too much. */
    private static final class Limited implements BodySubscriber<Path> {

        private final BodySubscriber<Path> file;
        private final long most;
        private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
        private long bytes;
        private boolean over;

        private Limited(BodySubscriber<Path> file, long most) {
            this.file = file;
            this.most = most;
        }

        @Override
        public CompletionStage<Path> getBody() {
            return file.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscribed.complete(subscription);
            file.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            if (over) {
                return;
            }
            bytes += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
            if (bytes > most) {
                over = true;
                subscribed.join().cancel();
                file.onError(new IOException("it has more than " + most + " bytes"));
            } else {
                file.onNext(buffers);
            }
        }

        @Override
        public void onError(Throwable error) {
            file.onError(error);
        }

        @Override
        public void onComplete() {
            if (!over) {
                file.onComplete();
            }
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
