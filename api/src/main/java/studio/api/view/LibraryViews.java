package studio.api.view;

import java.util.SortedMap;
import java.util.TreeMap;
import studio.api.json.Word;
import studio.domain.kernel.Name;
import studio.domain.kernel.ObjectMeta;
import studio.domain.kernel.StreamKey;
import studio.domain.library.Image;
import studio.domain.library.ImageContent;
import studio.domain.library.ImageVersion;
import studio.domain.library.Library;
import studio.domain.library.Service;
import studio.domain.library.ServiceName;
import studio.domain.library.VersionName;

/** Makes the views of what is in libraries. */
final class LibraryViews {

    private LibraryViews() {}

    static LibraryView library(Library library) {
        ObjectMeta meta = library.meta();
        return new LibraryView(
                meta.name(),
                meta.uid().toString(),
                library.offeredTo(),
                library.images(),
                library.services(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    static ImageView image(StreamKey stream, Image image) {
        ObjectMeta meta = image.meta();
        return new ImageView(
                meta.name(),
                stream.name().value(),
                meta.uid().toString(),
                Views.state(image),
                Views.cause(image),
                image.versions().newest().map(VersionName::value),
                image.versions().published(),
                image.versions().withdrawn(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    static ImageVersionView version(StreamKey stream, ImageVersion version) {
        ObjectMeta meta = version.meta();
        ImageVersion.Release release = version.release();
        ImageContent content = release.content();
        return new ImageVersionView(
                release.version().value(),
                release.image().value(),
                stream.name().value(),
                meta.uid().toString(),
                Views.state(version),
                Views.cause(version),
                release.number(),
                content.mutable(),
                release.digest().hex(),
                content.artifacts(),
                env(content),
                content.ports().stream().sorted().toList(),
                content.resources(),
                content.offers(),
                content.requires(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }

    private static SortedMap<String, String> env(ImageContent content) {
        SortedMap<String, String> env = new TreeMap<>();
        content.env().forEach(variable -> env.put(variable.name(), variable.value()));
        return env;
    }

    static ServiceView service(StreamKey stream, Service service) {
        ObjectMeta meta = service.meta();
        return new ServiceView(
                meta.name(),
                stream.name().value(),
                new ServiceName(stream.name(), Name.of(meta.name())).toString(),
                meta.uid().toString(),
                Views.state(service),
                Views.cause(service),
                Word.of(service.spec().protocol()),
                service.spec().port(),
                meta.revision(),
                meta.createdAt(),
                meta.changedAt());
    }
}
