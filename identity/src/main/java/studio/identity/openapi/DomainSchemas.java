package studio.identity.openapi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import studio.api.json.Word;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.Platform;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;
import studio.domain.library.ArchiveUrl;
import studio.domain.library.ContainerReference;
import studio.domain.library.Service;
import studio.domain.library.ServiceName;
import studio.domain.library.ServiceScope;
import studio.domain.library.VersionName;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Endpoint;
import studio.domain.network.Home;
import studio.domain.network.ServiceLink;
import studio.domain.user.ApiToken;

/** How domain values look in JSON. */
final class DomainSchemas {

    private DomainSchemas() {}

    static Map<String, Schema> all() {
        Map<String, Schema> schemas = new HashMap<>();
        schemas.put("Name", text("A name: it " + Name.RULE + ".", "^" + Name.PATTERN + "$"));
        schemas.put("PortRange", text("A port, or a range of ports.", "^[0-9]{1,5}(-[0-9]{1,5})?$"));
        schemas.put("Owners", owners());
        schemas.put("Digest", text("A SHA-256 digest.", "^[0-9a-f]{64}$"));
        schemas.put(
                "VersionName", text("A version's name: it " + VersionName.RULE + ".", "^" + VersionName.PATTERN + "$"));
        schemas.put("ServiceName", text("A service: it " + ServiceName.RULE + ".", "^" + ServiceName.PATTERN + "$"));
        schemas.put(
                "ContainerReference",
                text("A container: it " + ContainerReference.RULE + ".", "^" + ContainerReference.PATTERN + "$")
                        .maxLength(ContainerReference.MAX_LENGTH));
        schemas.put(
                "ArchiveUrl",
                string().description("An archive: it " + ArchiveUrl.RULE + ".").format("uri"));
        List.of(
                        Role.class,
                        Platform.class,
                        AccessPoint.Use.class,
                        ApiToken.Scope.class,
                        Service.Protocol.class,
                        ServiceScope.class,
                        AcceptancePolicy.Mode.class,
                        Home.Placement.class,
                        Endpoint.Exposure.class,
                        Endpoint.Fan.class,
                        ServiceLink.Distribution.class)
                .forEach(type -> schemas.put(type.getSimpleName(), words(type)));
        return schemas;
    }

    private static Schema text(String description, String pattern) {
        return string().description(description).pattern(pattern);
    }

    private static Schema owners() {
        Schema names = OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .uniqueItems(true)
                .items(OASFactory.createSchema().ref("Name"));
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("A set of users and groups.")
                .addProperty("users", names)
                .addProperty("groups", names);
    }

    private static Schema words(Class<? extends Enum<?>> type) {
        List<Object> words =
                Arrays.stream(type.getEnumConstants()).<Object>map(Word::of).toList();
        return string().enumeration(words);
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
