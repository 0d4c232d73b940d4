package studio.standin.policy;

import java.util.Map;
import java.util.Optional;

/** What the users of one group may do on a connection. They are taken at Open: a later change of the vhost is for later connections. */
public final class Rights {

    private static final long NO_LIMIT = Integer.MAX_VALUE;

    private final String user;
    private final Map<String, Object> group;
    private final AddressList sources;
    private final AddressList targets;

    private Rights(String user, Map<String, Object> group, AddressList sources, AddressList targets) {
        this.user = user;
        this.group = group;
        this.sources = sources;
        this.targets = targets;
    }

    static Rights of(String user, Map<String, Object> group) {
        return new Rights(
                user, group, list(group, "sources", "sourcePattern"), list(group, "targets", "targetPattern"));
    }

    private static AddressList list(Map<String, Object> group, String literals, String patterns) {
        Optional<AddressList> byPattern = text(group, patterns).map(AddressList.Patterns::of);
        return text(group, literals)
                .<AddressList>map(AddressList.Literals::of)
                .or(() -> byPattern)
                .orElseGet(AddressList.Nothing::new);
    }

    /** A text, or a list of texts as one with commas. */
    static Optional<String> text(Map<String, Object> map, String key) {
        return Optional.ofNullable(map.get(key))
                .map(value -> value instanceof Iterable<?> several ? join(several) : value.toString())
                .filter(value -> !value.isBlank());
    }

    private static String join(Iterable<?> several) {
        StringBuilder joined = new StringBuilder();
        several.forEach(one -> joined.append(one).append(','));
        return joined.toString();
    }

    static boolean flag(Map<String, Object> map, String key, boolean otherwise) {
        return text(map, key).map(Boolean::parseBoolean).orElse(otherwise);
    }

    static long number(Map<String, Object> map, String key, long otherwise) {
        return text(map, key).map(Long::parseLong).orElse(otherwise);
    }

    /** May a receiver be attached to this source? */
    public boolean maySubscribe(String source) {
        return sources.allows(source, user);
    }

    /** May messages be sent to this target, or to this address by an anonymous sender? */
    public boolean maySend(String target) {
        return targets.allows(target, user);
    }

    /** May a receiver ask for an address of its own? */
    public boolean mayUseDynamicSources() {
        return flag(group, "allowDynamicSource", false);
    }

    /** May a sender name the address in each message? */
    public boolean maySendAnonymously() {
        return flag(group, "allowAnonymousSender", false);
    }

    /** May connections be closed through management? */
    public boolean mayCloseConnections() {
        return flag(group, "allowAdminStatusUpdate", true);
    }

    /** May there be one more sender, with so many there? */
    public boolean mayAddSender(int present) {
        return present < number(group, "maxSenders", NO_LIMIT);
    }

    /** May there be one more receiver, with so many there? */
    public boolean mayAddReceiver(int present) {
        return present < number(group, "maxReceivers", NO_LIMIT);
    }
}
