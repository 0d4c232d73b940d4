package studio.domain.library;

import java.util.Optional;
import studio.domain.kernel.Digest;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Event;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;

/** What may happen in a library's stream. */
public sealed interface LibraryEvent extends Event {

    @Override
    default EntityKey subject(StreamKey stream) {
        return Library.KIND.key(stream.name());
    }

    /** There is a library, offered to nobody yet. */
    record LibraryCreated(Uid uid) implements LibraryEvent {}

    /** The library is offered to these now. */
    record LibraryChanged(Owners offeredTo) implements LibraryEvent {}

    /** There is another library under that name, and nothing of the one before. */
    record LibraryRenewed(Uid uid) implements LibraryEvent {}

    /** Events about one image. */
    sealed interface OfImage extends LibraryEvent {

        /** The image. */
        Name image();

        @Override
        default EntityKey subject(StreamKey stream) {
            return Image.KIND.key(image());
        }
    }

    /** There is an image; its first version follows. */
    record ImagePublished(Name image, Uid uid) implements OfImage {}

    /** There is a version. */
    record ImageVersionPublished(Name image, VersionName version, Uid uid, ImageContent content, Digest digest)
            implements OfImage {
        @Override
        public EntityKey subject(StreamKey stream) {
            return ImageVersion.key(image, version);
        }
    }

    /** The version can't be put into networks any more. */
    record ImageVersionWithdrawn(Name image, VersionName version, Optional<String> cause) implements OfImage {
        @Override
        public EntityKey subject(StreamKey stream) {
            return ImageVersion.key(image, version);
        }
    }

    /** The image and all of its versions can't be put into networks any more. */
    record ImageWithdrawn(Name image, Optional<String> cause) implements OfImage {}

    /** Events about one service. */
    sealed interface OfService extends LibraryEvent {

        /** The service. */
        Name service();

        @Override
        default EntityKey subject(StreamKey stream) {
            return Service.KIND.key(service());
        }
    }

    /** There is a service. */
    record ServicePublished(Name service, Uid uid, Service.Protocol protocol, int port) implements OfService {}

    /** Further versions can't name the service. */
    record ServiceWithdrawn(Name service, Optional<String> cause) implements OfService {}
}
