package studio.projection.store;

import java.util.List;
import studio.api.json.Word;
import studio.domain.library.Image;
import studio.domain.library.ImageVersion;
import studio.domain.library.Library;
import studio.domain.library.Service;
import studio.domain.library.VersionName;

/** The tables of what is in libraries. */
final class LibraryTables {

    /** All of them. */
    static final List<EntityTable<?>> ALL = List.of(libraries(), images(), versions(), services());

    private LibraryTables() {}

    private static EntityTable<Library> libraries() {
        return EntityTable.of(
                "libraries",
                Library.KIND,
                EntityTable.Key.root(),
                List.of(
                        Column.users("offered_to", Library::offeredTo),
                        Column.groups("offered_to", Library::offeredTo),
                        Column.integer("images", Library::images),
                        Column.integer("services", Library::services)));
    }

    private static EntityTable<Image> images() {
        return EntityTable.of(
                "images",
                Image.KIND,
                EntityTable.Key.named("library"),
                List.of(
                        EntityTables.state(),
                        EntityTables.cause(),
                        Column.optionalText(
                                "newest", image -> image.versions().newest().map(VersionName::value)),
                        Column.integer("versions", image -> image.versions().published()),
                        Column.integer("withdrawn", image -> image.versions().withdrawn())));
    }

    private static EntityTable<ImageVersion> versions() {
        return EntityTable.of(
                "image_versions",
                ImageVersion.KIND,
                EntityTable.Key.named("library"),
                List.of(
                        EntityTables.state(),
                        EntityTables.cause(),
                        Column.text(
                                "image", version -> version.release().image().value()),
                        Column.text(
                                "version",
                                version -> version.release().version().value()),
                        Column.integer("number", version -> version.release().number()),
                        Column.flag(
                                "mutable",
                                version -> version.release().content().mutable()),
                        Column.text(
                                "digest", version -> version.release().digest().hex())));
    }

    private static EntityTable<Service> services() {
        return EntityTable.of(
                "services",
                Service.KIND,
                EntityTable.Key.named("library"),
                List.of(
                        EntityTables.state(),
                        EntityTables.cause(),
                        Column.text(
                                "protocol", service -> Word.of(service.spec().protocol())),
                        Column.integer("port", service -> service.spec().port())));
    }
}
