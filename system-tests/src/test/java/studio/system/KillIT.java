package studio.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.system.ApiClient.Answer;
import studio.system.StudioSystem.Ran;

/** Every process is killed in turn under load: what was acknowledged is there, once. */
class KillIT {

    private static final int LANES = 6;
    private static final int COMMANDS_BETWEEN = 60;

    @TempDir
    private Path directory;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger acknowledged = new AtomicInteger();

    @Test
    void shouldLoseNothingAndDoNothingTwiceWhicheverProcessIsKilled() throws Exception {
        try (StudioSystem system = StudioSystem.start(directory);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Given
            ApiClient admin = system.administrator();
            List<Future<List<String>>> lanes = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                String backbone = "lane-" + lane;
                admin.post("/backbones", Map.of("name", backbone));
                admin.post("/backbones/" + backbone + "/sites", Map.of("name", "site", "platform", "linux"));
                lanes.add(threads.submit(() -> drive(admin, backbone)));
            }

            // When
            for (String node : system.nodes()) {
                awaitProgress();
                system.kill(node);
                system.heal();
            }
            awaitProgress();
            over.set(true);

            // Then
            assertEachHappenedOnce(system, admin, lanes);
        }
    }

    /** Gives one command after the other; each is given again under the same key until it is answered. */
    private List<String> drive(ApiClient admin, String backbone) {
        List<String> answered = new ArrayList<>();
        for (int number = 0; !over.get(); number++) {
            String key = backbone + "-" + number;
            untilAnswered(admin.with("Idempotency-Key", key), backbone, "place " + number);
            answered.add(key);
            acknowledged.incrementAndGet();
        }
        return answered;
    }

    private static void untilAnswered(ApiClient client, String backbone, String location) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> {
            try {
                Answer answer = client.patch("/backbones/" + backbone + "/sites/site", Map.of("location", location));
                // Anything else than an outage would be a wrong answer.
                assertThat(answer.status()).as(answer.body()).isIn(200, 202, 429, 503);
                return answer.status() == 200;
            } catch (UncheckedIOException outage) {
                return false;
            }
        });
    }

    private void awaitProgress() {
        int target = acknowledged.get() + COMMANDS_BETWEEN;
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.get() >= target);
    }

    private static void assertEachHappenedOnce(StudioSystem system, ApiClient admin, List<Future<List<String>>> lanes)
            throws ExecutionException, InterruptedException {
        Map<String, Integer> events = new HashMap<>();
        List<String> answered = new ArrayList<>();
        for (Future<List<String>> lane : lanes) {
            answered.addAll(lane.get());
        }
        String export =
                admin.with("Accept", "application/x-ndjson").get("/audit").body();
        export.lines()
                .filter(line -> line.contains("InteriorSiteChanged"))
                .forEach(line -> events.merge(commandId(line), 1, Integer::sum));
        assertThat(answered).allSatisfy(key -> assertThat(events).containsEntry(key, 1));
        assertThat(events.values()).containsOnly(1);
        Ran verified = system.studio("audit", "verify");
        assertThat(verified.output()).contains("every chain holds");
    }

    private static String commandId(String line) {
        String attribute = "\"commandid\":\"";
        int start = line.indexOf(attribute) + attribute.length();
        return line.substring(start, line.indexOf('"', start));
    }
}
