package studio.command.rest.body;

import com.fasterxml.jackson.databind.JavaType;
import java.time.Instant;
import java.util.Set;
import studio.domain.backbone.PortRange;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.library.ArchiveUrl;
import studio.domain.library.ContainerReference;
import studio.domain.library.ServiceName;
import studio.domain.library.VersionName;

/** What people call the JSON for a Java type. */
final class JsonShape {

    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(Integer.class, int.class, Long.class, long.class);

    /** Records that are one text. */
    private static final Set<Class<?>> TEXTS = Set.of(
            Name.class,
            PortRange.class,
            Replacement.class,
            Digest.class,
            VersionName.class,
            ServiceName.class,
            ContainerReference.class,
            ArchiveUrl.class);

    private JsonShape() {}

    static String of(JavaType type) {
        if (type.isReferenceType()) {
            return of(type.getContentType());
        }
        if (type.isCollectionLikeType()) {
            return "an array";
        }
        if (WHOLE_NUMBERS.contains(type.getRawClass())) {
            return "a whole number";
        }
        if (type.hasRawClass(Boolean.class)) {
            return "true or false";
        }
        if (type.hasRawClass(Instant.class)) {
            return "a time such as 2030-01-01T00:00:00Z";
        }
        if (type.hasRawClass(Span.class)) {
            return "a duration such as P1D, or a whole number of seconds";
        }
        if (type.isMapLikeType()) {
            return "an object";
        }
        return type.isRecordType() && !TEXTS.contains(type.getRawClass()) ? "an object" : "a text";
    }
}
