package studio.projection.rest.watch;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.api.json.Word;
import studio.api.problem.ProblemType;
import studio.domain.StreamType;
import studio.domain.kernel.Actor;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.StreamKey;
import studio.domain.network.Endpoint;
import studio.domain.network.Home;
import studio.domain.user.ApiToken;
import studio.domain.user.User;
import studio.domain.user.WebSession;
import studio.identity.problem.ProblemException;
import studio.projection.rest.history.Paths;
import studio.projection.watch.Changed;

/**
 * What a client watches: the roots of all streams of a type that it may see, a root, all of a kind in a stream, or one of them.
 *
 * @param type   the type of streams
 * @param stream the stream; absent for the roots of all
 * @param kind   the kind of entities
 * @param name   the one that is watched; absent for all
 * @param word   the word for their type, of kinds that have several collections
 */
record WatchTarget(String type, Optional<StreamKey> stream, String kind, Optional<String> name, Optional<String> word) {

    private static final int WITH_PART = 3;
    private static final int WITH_ITEM = 4;
    private static final Map<String, String> ENDPOINTS =
            Map.of("processes", "process", "ingresses", "ingress", "egresses", "egress");

    /** What that path names, from the collection of streams on; a problem if it names nothing that can be watched. */
    static WatchTarget parse(String path) {
        List<String> parts = List.of(path.split("/"));
        StreamType<?, ?> type = StreamType.of(Paths.stream(parts.getFirst(), parts.size() > 1 ? parts.get(1) : "x"));
        String root = type.kinds().getFirst().label();
        if (parts.size() == 1) {
            return new WatchTarget(type.label(), Optional.empty(), root, Optional.empty(), Optional.empty());
        }
        StreamKey stream = Paths.stream(parts.getFirst(), parts.get(1));
        return switch (parts.size()) {
            case 2 ->
                new WatchTarget(
                        type.label(),
                        Optional.of(stream),
                        root,
                        Optional.of(stream.name().value()),
                        Optional.empty());
            case WITH_PART -> part(stream, parts.get(2), Optional.empty());
            case WITH_ITEM -> part(stream, parts.get(2), Optional.of(parts.get(WITH_PART)));
            default -> throw ProblemException.of(ProblemType.NOT_FOUND, "'" + path + "' cannot be watched");
        };
    }

    private static WatchTarget part(StreamKey stream, String collection, Optional<String> name) {
        boolean ofNetwork = stream.type().equals(StreamType.NETWORK.label());
        if (ofNetwork && ENDPOINTS.containsKey(collection)) {
            return new WatchTarget(
                    stream.type(),
                    Optional.of(stream),
                    Endpoint.KIND.label(),
                    name,
                    Optional.ofNullable(ENDPOINTS.get(collection)));
        }
        if (ofNetwork && collection.equals(Home.KIND.label()) && name.isEmpty()) {
            Optional<String> home = Optional.of(stream.name().value());
            return new WatchTarget(stream.type(), Optional.of(stream), Home.KIND.label(), home, Optional.empty());
        }
        EntityKey entity = Paths.entity(stream, collection, name.orElse(""));
        return new WatchTarget(stream.type(), Optional.of(stream), entity.kind(), name, Optional.empty());
    }

    /** Under which words the tail has what concerns whoever watches this: the thing, who may see it, and whether they still may ask. */
    Set<String> topics(Actor actor) {
        Set<String> topics = new HashSet<>(ofActor(actor));
        topics.add(stream.map(each -> Changed.topic(each, kind)).orElse(type));
        stream.map(StreamType::root).ifPresent(root -> topics.add(Changed.topic(stream.orElseThrow(), root.kind())));
        return Set.copyOf(topics);
    }

    private static Set<String> ofActor(Actor actor) {
        if (actor.kind() != Actor.Type.USER) {
            return Set.of();
        }
        StreamKey user = StreamKey.parse(StreamType.USER.label() + "/" + actor.name());
        return Set.of(
                Changed.topic(user, User.KIND.label()),
                Changed.topic(user, WebSession.KIND.label()),
                Changed.topic(user, ApiToken.KIND.label()));
    }

    /** Says whether that change is of what is watched. */
    boolean matches(Changed changed) {
        return changed.stream().type().equals(type)
                && stream.map(changed.stream()::equals).orElse(true)
                && changed.key().kind().equals(kind)
                && name.map(changed.key().name()::equals).orElse(true)
                && word.map(wanted -> changed.entity()
                                .map(entity -> Word.of(entity.getClass()).equals(wanted))
                                .orElse(true))
                        .orElse(true);
    }

    /** Says whether that change says who may see what is watched. */
    boolean governs(Changed changed) {
        return changed.isRoot() && stream.map(changed.stream()::equals).orElse(false);
    }
}
