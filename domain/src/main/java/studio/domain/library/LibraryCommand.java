package studio.domain.library;

import java.util.Optional;
import studio.domain.kernel.Command;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.StreamKey;

/** What one may ask of a library's stream. */
public sealed interface LibraryCommand extends Command {

    @Override
    default EntityKey subject(StreamKey stream) {
        return Library.KIND.key(stream.name());
    }

    /** Offers the library to others. */
    record ChangeLibrary(Owners offeredTo) implements LibraryCommand {}

    /** Begins the library anew, with nothing in it: its name is another user's now. */
    record RenewLibrary() implements LibraryCommand {}

    /** Commands about one image. */
    sealed interface OfImage extends LibraryCommand {

        /** The image. */
        Name image();

        @Override
        default EntityKey subject(StreamKey stream) {
            return Image.KIND.key(image());
        }
    }

    /** Publishes a version, and with the first one the image. The same content again changes nothing. */
    record PublishImage(Name image, VersionName version, ImageContent content) implements OfImage {
        @Override
        public EntityKey subject(StreamKey stream) {
            return ImageVersion.key(image, version);
        }
    }

    /** Keeps a version, or the whole image, from being put into further networks. */
    record WithdrawImage(Name image, Optional<VersionName> version, Optional<String> cause) implements OfImage {
        @Override
        public EntityKey subject(StreamKey stream) {
            return version.map(name -> ImageVersion.key(image, name)).orElseGet(() -> Image.KIND.key(image));
        }
    }

    /** Commands about one service. */
    sealed interface OfService extends LibraryCommand {

        /** The service. */
        Name service();

        @Override
        default EntityKey subject(StreamKey stream) {
            return Service.KIND.key(service());
        }
    }

    /** Publishes a service. */
    record PublishService(Name service, Service.Protocol protocol, int port) implements OfService {}

    /** Keeps further versions from naming the service. */
    record WithdrawService(Name service, Optional<String> cause) implements OfService {}
}
