package studio.api.view;

/**
 * A version of an endpoint that is the current one, or that some site holds.
 *
 * @param digest  stands for it in decisions
 * @param holders how many sites hold it
 * @param since   the stream's revision at which it became the current one
 */
public record HeldVersionView(String digest, long holders, long since) {}
