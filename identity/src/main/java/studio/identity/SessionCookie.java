package studio.identity;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/** The cookie that carries a session. Scripts cannot read it, and no other site's page can have it sent. */
public final class SessionCookie {

    /** Its name. */
    public static final String NAME = "studio-session";

    private SessionCookie() {}

    /** The cookie of a new session. */
    public static NewCookie of(Secret secret, Duration lifetime, boolean secure) {
        return cookie(secret.text(), (int) lifetime.toSeconds(), secure);
    }

    /** What makes a browser forget the cookie. */
    public static NewCookie gone(boolean secure) {
        return cookie("", 0, secure);
    }

    private static NewCookie cookie(String value, int maxAge, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
