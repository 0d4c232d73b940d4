package studio.feed.frame;

/**
 * How far one audience has got.
 *
 * @param audience the audience's key; {@code *} stands for all audiences of a network
 * @param version  the stream's revision that last changed what the audience has
 */
public record AudienceVersion(String audience, long version) implements Comparable<AudienceVersion> {

    /** Checks the bounds. */
    public AudienceVersion {
        Bounds.name("audience", audience);
        Bounds.counts("version", version);
    }

    @Override
    public int compareTo(AudienceVersion other) {
        return audience.compareTo(other.audience);
    }
}
