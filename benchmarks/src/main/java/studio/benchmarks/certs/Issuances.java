package studio.benchmarks.certs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes many backbones at once, each of which needs two authorities, and waits until the last is ready. */
@Command(
        name = "issuances",
        description = "Has a running Studio issue the authorities of many backbones and prints how long that took.",
        mixinStandardHelpOptions = true)
public final class Issuances implements Callable<Integer> {

    private static final int CERTIFICATES_EACH = 2;
    private static final int CREATED = 201;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final double MILLIS = 1_000.0;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "The public origin (${DEFAULT-VALUE}).")
    private URI url;

    @Option(names = "--user", defaultValue = "admin", description = "Who makes the backbones (${DEFAULT-VALUE}).")
    private String user;

    @Option(
            names = "--password-file",
            defaultValue = "${sys:user.home}/.studio/data/command-service/admin-password",
            description = "The file with that user's password (${DEFAULT-VALUE}).")
    private Path passwordFile;

    @Option(names = "--backbones", defaultValue = "500", description = "Backbones of each run (${DEFAULT-VALUE}).")
    private int backbones;

    @Option(names = "--runs", defaultValue = "3", description = "Runs, of which the first warms up (${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--in-flight", defaultValue = "64", description = "Commands in flight (${DEFAULT-VALUE}).")
    private int inFlight;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Override
    public Integer call() throws IOException, InterruptedException {
        String password = Files.readString(passwordFile).strip();
        require(post("/sign-in", Map.of("username", user, "password", password)).join());
        spec.commandLine().getOut().println("run  certificates  seconds  per second  load");
        for (int run = 1; run <= runs; run++) {
            Instant begin = Instant.now();
            List<String> names = make(run, begin);
            await(names, begin.plus(PATIENCE));
            double seconds = Duration.between(begin, Instant.now()).toMillis() / MILLIS;
            int certificates = names.size() * CERTIFICATES_EACH;
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%3d  %12d  %7.2f  %10.0f  %4.1f%n",
                            run,
                            certificates,
                            seconds,
                            certificates / seconds,
                            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private List<String> make(int run, Instant begin) throws InterruptedException {
        Semaphore free = new Semaphore(inFlight);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < backbones; i++) {
            String name = "issuances-" + begin.getEpochSecond() + "-" + run + "-" + i;
            free.acquire();
            names.add(name);
            answers.add(post("/backbones", Map.of("name", name)).whenComplete((answer, failure) -> free.release()));
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            if (answer.join().statusCode() != CREATED) {
                throw new IllegalStateException("no backbone: " + answer.join().body());
            }
        }
        return names;
    }

    private void await(List<String> names, Instant deadline) throws IOException, InterruptedException {
        for (String name : names) {
            while (!isReady(name)) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException(name + " is not ready after " + PATIENCE);
                }
            }
        }
    }

    private boolean isReady(String name) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(url.resolve("/api/v1/backbones/" + name)).build();
        String body = client.send(request, BodyHandlers.ofString()).body();
        return JSON.readTree(body).path("state").asText().equals("ready");
    }

    private CompletableFuture<HttpResponse<String>> post(String path, Map<String, String> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1" + path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            return client.sendAsync(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("sign-in failed: " + answer.body());
        }
    }
}
