package studio.api.view;

import java.time.Instant;

/**
 * An open session of a browser.
 *
 * @param user        whose it is
 * @param uid         its uid
 * @param provider    who vouched for the user
 * @param createdAt   when it was opened
 * @param expiresAt   when it closes by itself
 */
public record SessionView(String user, String uid, String provider, Instant createdAt, Instant expiresAt)
        implements View {}
