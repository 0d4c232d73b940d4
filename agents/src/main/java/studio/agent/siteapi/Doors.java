package studio.agent.siteapi;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.agent.file.AtomicFiles;

/**
 * Who may come in: whoever has a code, which only the owner of the agent's directory can read, and with that a session. Requests that
 * are for another host, or come from another site's page, are turned away: a browser on this machine sees the whole world.
 */
final class Doors {

    private static final Duration SESSION = Duration.ofHours(12);
    private static final int MOST_SESSIONS = 20;
    private static final int BYTES = 32;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> sessions = new LinkedHashMap<>();
    private final Clock clock;
    private final Path link;
    private final int port;
    private String code = "";

    /**
     * Doors for that port.
     *
     * @param link where the link with the next code is written
     */
    Doors(int port, Path link, Clock clock) {
        this.port = port;
        this.link = link;
        this.clock = clock;
        next();
    }

    private String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Each code is good once. */
    private void next() {
        code = secret();
        try {
            AtomicFiles.write(link, link() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The link with the code that is good now. */
    synchronized String link() {
        return "http://127.0.0.1:" + port + "/?code=" + code;
    }

    /** Begins a session; says whether the code was good. */
    synchronized boolean open(String given, RoutingContext context) {
        if (!isSame(given, code)) {
            return false;
        }
        next();
        forget();
        String session = secret();
        sessions.put(session, clock.instant().plus(SESSION));
        context.response()
                .addCookie(Cookie.cookie(cookie(), session)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.STRICT)
                        .setPath("/")
                        .setMaxAge(SESSION.toSeconds()));
        return true;
    }

    private void forget() {
        Instant now = clock.instant();
        sessions.values().removeIf(end -> !now.isBefore(end));
        Iterator<String> oldest = sessions.keySet().iterator();
        while (sessions.size() >= MOST_SESSIONS && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Cookies don't know ports: each site on a machine has a name of its own. */
    private String cookie() {
        return "studio-site-" + port;
    }

    /** Says whether a request is part of a session. */
    synchronized boolean isOpen(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(cookie()))
                .map(Cookie::getValue)
                .flatMap(session -> Optional.ofNullable(sessions.get(session)))
                .filter(end -> clock.instant().isBefore(end))
                .isPresent();
    }

    /** Why a request is turned away whoever it is from, if so. */
    Optional<String> flaw(RoutingContext context) {
        Set<String> hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        HostAndPort asked = context.request().authority();
        if (asked == null || !hosts.contains(asked.host() + ":" + asked.port())) {
            return Optional.of("this is not the host that was asked for");
        }
        String origin = context.request().getHeader("Origin");
        if (origin != null && hosts.stream().noneMatch(known -> origin.equals("http://" + known))) {
            return Optional.of("requests of other origins are refused");
        }
        String site = context.request().getHeader("Sec-Fetch-Site");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        return foreign && !READING.contains(context.request().method())
                ? Optional.of("requests of other sites are refused")
                : Optional.empty();
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
