package studio.schema;

import studio.domain.kernel.StreamKey;
import studio.domain.plan.AudienceHead;
import studio.domain.plan.Item;

/** A record of the desired topic. */
public sealed interface Desired {

    /** The stream that it follows from. */
    StreamKey stream();

    /** The audience's key. */
    String audience();

    /** The record's key. */
    DesiredKey key();

    /** One thing that an audience is to have. */
    record OfItem(StreamKey stream, String audience, Item item) implements Desired {
        @Override
        public DesiredKey key() {
            return DesiredKey.ofItem(stream, audience, item.key());
        }
    }

    /** What an audience has, in short. */
    record OfHead(StreamKey stream, String audience, AudienceHead head) implements Desired {
        @Override
        public DesiredKey key() {
            return DesiredKey.ofHead(stream, audience);
        }
    }
}
