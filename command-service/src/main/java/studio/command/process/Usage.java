package studio.command.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import studio.api.json.StudioJson;
import studio.domain.kernel.Name;
import studio.domain.user.Quota;

/**
 * What users may have and which networks they pay for, over all partitions and instances: a store that every instance holds in full, from
 * a compacted topic of its own. It follows the tasks by a moment, so what is under way is not in it.
 *
 * @param store the store
 */
record Usage(ReadOnlyKeyValueStore<String, byte[]> store) {

    /** The store's name, and the end of its topic's. */
    static final String NAME = "usage";

    private static final String QUOTA = "quota/";
    private static final String NETWORK = "network/";
    private static final byte[] THERE = {1};
    private static final StringSerializer KEYS = new StringSerializer();

    /** The store's topic. It is no part of the log: all that is in it follows from there. */
    static String topic(String applicationId) {
        return applicationId + "-" + NAME;
    }

    /** What that user may have. */
    Quota quota(Name user) {
        return Optional.ofNullable(store.get(QUOTA + user)).map(Usage::read).orElse(Quota.DEFAULT);
    }

    /** How many networks that user pays for. */
    long networks(Name user) {
        try (KeyValueIterator<String, byte[]> networks = store.prefixScan(NETWORK + user + "/", KEYS)) {
            long count = 0;
            while (networks.hasNext()) {
                networks.next();
                count++;
            }
            return count;
        }
    }

    private static Quota read(byte[] stored) {
        try {
            return StudioJson.cbor().readValue(stored, Quota.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the store holds no quota", e);
        }
    }

    /**
     * A change of what is known.
     *
     * @param key   of what
     * @param value what it is now; nothing if it is gone
     */
    record Update(String key, Optional<byte[]> value) {

        static Update quota(Name user, Quota quota) {
            return new Update(QUOTA + user, quota.equals(Quota.DEFAULT) ? Optional.empty() : Optional.of(write(quota)));
        }

        static Update paid(Name user, Name network) {
            return new Update(NETWORK + user + "/" + network, Optional.of(THERE));
        }

        static Update free(Name user, Name network) {
            return new Update(NETWORK + user + "/" + network, Optional.empty());
        }

        private static byte[] write(Quota quota) {
            try {
                return StudioJson.cbor().writeValueAsBytes(quota);
            } catch (IOException e) {
                throw new UncheckedIOException("a quota cannot be stored", e);
            }
        }
    }
}
