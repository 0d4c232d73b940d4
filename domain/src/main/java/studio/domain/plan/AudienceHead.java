package studio.domain.plan;

/**
 * What an audience has, in short: who has all of it can tell, and who has an older version knows that it is one.
 *
 * @param version the stream's revision that last changed something of it
 * @param count   how many items it has
 * @param hash    stands for them
 */
public record AudienceHead(long version, long count, ItemsHash hash) {

    /** Nothing was ever planned. */
    public static final AudienceHead NONE = new AudienceHead(0, 0, ItemsHash.EMPTY);
}
