package studio.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.domain.authority.AuthorityCommand;
import studio.domain.authority.AuthorityDecider;
import studio.domain.authority.AuthorityEvent;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneDecider;
import studio.domain.backbone.BackboneEvent;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Change;
import studio.domain.kernel.Command;
import studio.domain.kernel.Decider;
import studio.domain.kernel.Entities;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Event;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Name;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.StreamKey;
import studio.domain.library.Image;
import studio.domain.library.ImageVersion;
import studio.domain.library.Library;
import studio.domain.library.LibraryCommand;
import studio.domain.library.LibraryDecider;
import studio.domain.library.LibraryEvent;
import studio.domain.library.Service;
import studio.domain.network.NetworkCommand;
import studio.domain.network.NetworkDecider;
import studio.domain.network.NetworkEvent;
import studio.domain.user.ApiToken;
import studio.domain.user.User;
import studio.domain.user.UserCommand;
import studio.domain.user.UserDecider;
import studio.domain.user.UserEvent;
import studio.domain.user.WebSession;

/**
 * A type of stream: the first part of its key, what it takes, what happens in it, what it holds, and who decides.
 *
 * @param label    the first part of the stream's key
 * @param commands the sealed type of its commands
 * @param events   the sealed type of its events
 * @param kinds    the kinds of entities that it holds
 * @param decider  decides
 * @param <C>      its commands
 * @param <E>      its events
 */
public record StreamType<C extends Command, E extends Event>(
        String label, Class<C> commands, Class<E> events, List<Kind<?>> kinds, Decider<C, E> decider) {

    /** One stream for each user. */
    public static final StreamType<UserCommand, UserEvent> USER = new StreamType<>(
            "user",
            UserCommand.class,
            UserEvent.class,
            List.of(User.KIND, WebSession.KIND, ApiToken.KIND),
            UserDecider.INSTANCE);

    /** One stream for each backbone. */
    public static final StreamType<BackboneCommand, BackboneEvent> BACKBONE = new StreamType<>(
            "backbone",
            BackboneCommand.class,
            BackboneEvent.class,
            List.of(
                    Backbone.KIND,
                    InteriorSite.KIND,
                    AccessPoint.KIND,
                    InterRouterLink.KIND,
                    NetworkAttachment.KIND,
                    TlsCertificate.KIND),
            BackboneDecider.INSTANCE);

    /** One stream for each publisher of images. */
    public static final StreamType<LibraryCommand, LibraryEvent> LIBRARY = new StreamType<>(
            "library",
            LibraryCommand.class,
            LibraryEvent.class,
            List.of(Library.KIND, Image.KIND, ImageVersion.KIND, Service.KIND),
            LibraryDecider.INSTANCE);
    /** One stream for each application network. */
    public static final StreamType<NetworkCommand, NetworkEvent> NETWORK = new StreamType<>(
            "network", NetworkCommand.class, NetworkEvent.class, NetworkDecider.KINDS, NetworkDecider.INSTANCE);

    /** One stream alone, {@code authority/root}. */
    public static final StreamType<AuthorityCommand, AuthorityEvent> AUTHORITY = new StreamType<>(
            "authority",
            AuthorityCommand.class,
            AuthorityEvent.class,
            List.of(TlsCertificate.KIND),
            AuthorityDecider.INSTANCE);

    /** All of them. */
    public static final List<StreamType<?, ?>> ALL = List.of(USER, BACKBONE, LIBRARY, AUTHORITY, NETWORK);

    private static final Map<String, StreamType<?, ?>> BY_LABEL =
            ALL.stream().collect(Collectors.toUnmodifiableMap(StreamType::label, Function.identity()));

    /**
     * The type of that stream.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public static StreamType<?, ?> of(StreamKey stream) {
        StreamType<?, ?> type = BY_LABEL.get(stream.type());
        if (type == null) {
            throw new IllegalArgumentException("there are no streams of type '" + stream.type() + "'");
        }
        return type;
    }

    /** The key of the stream of this type with that name. */
    public StreamKey key(Name name) {
        return new StreamKey(label, name);
    }

    /** Says whether the stream is named after one of its entities; that of the installation's own certificates is not. */
    public static boolean hasRoot(StreamKey stream) {
        return !stream.type().equals(AUTHORITY.label());
    }

    /** The key of the entity that a stream is named after: its root. */
    public static EntityKey root(StreamKey stream) {
        return of(stream).kinds().getFirst().key(stream.name());
    }

    /**
     * What an event changes in a stream of this type; see {@link Decider#evolve}.
     *
     * @throws ClassCastException if it is no event of such a stream
     */
    public List<Change> evolve(Recorded<?> recorded, Entities entities) {
        E event = events.cast(recorded.event());
        return decider.evolve(new Recorded<>(recorded.revision(), recorded.at(), event), entities);
    }

    /** The records permitted by a sealed type, at any depth: all commands, all events or all states of a kind. */
    public static List<Class<?>> records(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses())
                        .flatMap(permitted -> records(permitted).stream())
                        .distinct()
                        .toList()
                : List.of(sealed);
    }
}
