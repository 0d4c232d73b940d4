package studio.samples;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A store's till: sends an order to headquarters every second. */
final class Till {

    private static final Logger LOGGER = System.getLogger("till");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PACE = Duration.ofSeconds(1);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI orders;
    private final String store;

    /** A till of that store, whose headquarters are at {@code host:port}. */
    Till(String orders, String store) {
        this.orders = URI.create("http://" + orders + "/orders");
        this.store = store;
    }

    /** Sends one order; says what headquarters answered. */
    String order() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(orders)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(store))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("headquarters answered " + response.statusCode() + ": "
                    + response.body().strip());
        }
        return response.body();
    }

    private void orderOrSayWhyNot() {
        try {
            LOGGER.log(Level.INFO, "ordered; headquarters counts " + order().replace("\n", "; "));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "not ordered: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        Environment environment = Environment.ofProcess();
        Till till = new Till(environment.service("ORDERS", Orders.PORT), environment.site());
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleWithFixedDelay(till::orderOrSayWhyNot, 0, PACE.toMillis(), TimeUnit.MILLISECONDS)
                .get();
    }
}
