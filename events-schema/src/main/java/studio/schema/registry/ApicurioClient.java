package studio.schema.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The four requests of Apicurio Registry's REST interface, version 3, that Studio needs. */
final class ApicurioClient implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ApicurioClient.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int FAULT = 500;

    private final URI registry;
    private final Duration patience;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    ApicurioClient(URI registry, Duration patience) {
        this.registry = registry;
        this.patience = patience;
    }

    /** Makes the group unless it is there. */
    void createGroup(String group, String description) {
        HttpResponse<String> answer = send("POST", "/groups", Map.of("groupId", group, "description", description));
        if (answer.statusCode() != CONFLICT) {
            require(answer, OK, "make group " + group);
        }
    }

    /** Gives the group's rule this setting. */
    void setRule(String group, String rule, String setting) {
        String rules = "/groups/" + group + "/rules";
        Map<String, Object> body = Map.of("ruleType", rule, "config", setting);
        HttpResponse<String> changed = send("PUT", rules + "/" + rule, body);
        if (changed.statusCode() == NOT_FOUND) {
            HttpResponse<String> made = send("POST", rules, body);
            if (made.statusCode() != CONFLICT) {
                require(made, NO_CONTENT, "make rule " + rule + " of group " + group);
            }
        } else {
            require(changed, OK, "set rule " + rule + " of group " + group);
        }
    }

    /**
     * Finds the schema as that version of its artifact, or makes it that version.
     *
     * @return the content's id
     */
    int register(Schema schema, int version) {
        String task = "register version " + version + " of " + schema.getFullName();
        String path = "/groups/" + schema.getNamespace() + "/artifacts?ifExists=FIND_OR_CREATE_VERSION";
        HttpResponse<String> answer = send("POST", path, artifact(schema, version));
        if (answer.statusCode() == CONFLICT) {
            // Somebody else may have made it at the same moment: then it is found now.
            answer = send("POST", path, artifact(schema, version));
        }
        require(answer, OK, task);
        JsonNode registered = parse(answer.body()).required("version");
        String found = registered.required("version").asText();
        if (!found.equals(String.valueOf(version))) {
            throw new RegistryException("cannot " + task + ": the registry has it as version " + found);
        }
        return registered.required("contentId").intValue();
    }

    private static Map<String, Object> artifact(Schema schema, int version) {
        return Map.of(
                "artifactId", schema.getName(),
                "artifactType", "AVRO",
                "name", schema.getFullName(),
                "description", schema.getDoc(),
                "firstVersion",
                        Map.of(
                                "version", String.valueOf(version),
                                "content", Map.of("content", schema.toString(), "contentType", "application/json")));
    }

    private static void require(HttpResponse<String> answer, int status, String task) {
        if (answer.statusCode() != status) {
            throw new RegistryException(
                    "cannot " + task + ": the registry answers " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Sends until there is an answer that is no fault of the registry's. */
    private HttpResponse<String> send(String method, String path, Object body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(text(body)))
                .build();
        long giveUp = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < FAULT || System.nanoTime() - giveUp > 0) {
                    return answer;
                }
            } catch (IOException e) {
                if (System.nanoTime() - giveUp > 0) {
                    throw new RegistryException("the registry at " + registry + " does not answer", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RegistryException("interrupted while waiting for the registry", e);
            }
            LOGGER.atInfo().addKeyValue("registry", registry).log("the schema registry is not ready; trying again");
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps of text are always JSON", impossible);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new RegistryException("the registry's answer is no JSON", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
