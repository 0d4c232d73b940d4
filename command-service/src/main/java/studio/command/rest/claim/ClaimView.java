package studio.command.rest.claim;

import studio.domain.kernel.Digest;

/**
 * Somebody was let in, now or before.
 *
 * @param key SHA-256 of the public key, by which the tables know them
 */
public record ClaimView(Digest key) {}
