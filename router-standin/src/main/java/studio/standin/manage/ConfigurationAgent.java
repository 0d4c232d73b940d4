package studio.standin.manage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The agent of everything that is configured. It does one request after the other and is known for its quirks. */
final class ConfigurationAgent {

    private final Schema schema;
    private final Entities entities;
    private final Configurator configurator;
    private final ComputedRows computed;
    private final Supplier<List<Object>> routers;

    ConfigurationAgent(
            Schema schema,
            Entities entities,
            Configurator configurator,
            ComputedRows computed,
            Supplier<List<Object>> routers) {
        this.schema = schema;
        this.entities = entities;
        this.configurator = configurator;
        this.computed = computed;
        this.routers = routers;
    }

    /** Makes the entities that every router has. */
    void complete() throws ManagementException {
        for (String single : List.of("policy", "network")) {
            if (entities.of(schema.require(single)).isEmpty()) {
                configure(single, Map.of());
            }
        }
        for (String module : schema.require("log").attribute("module").choices()) {
            if (entities.named("identity", "log/" + module).isEmpty()) {
                configure("log", Map.of("module", module));
            }
        }
    }

    /** Makes what a configuration file lists. */
    void configure(String kind, Map<String, Object> given) throws ManagementException {
        EntityType type = schema.require(kind);
        add(new Entity(type, type.complete(given)));
    }

    Answer handle(Request request) {
        try {
            Optional<String> operation = request.text("operation");
            if (operation.isEmpty()) {
                throw ManagementException.bad("No 'operation' property: Message(address=None, properties="
                        + request.properties() + ", body=" + request.body().orElse("None") + ")");
            }
            return switch (operation.get()) {
                case "CREATE" -> create(request);
                case "READ" -> Answer.ok(find(request, "READ").attributes());
                case "UPDATE" -> update(request);
                case "DELETE" -> delete(request);
                case "QUERY" -> query(request);
                case "GET-TYPES" -> Answer.ok(perType(type -> List.of()));
                case "GET-ATTRIBUTES" -> Answer.ok(perType(EntityType::columns));
                case "GET-OPERATIONS" -> Answer.ok(perType(EntityType::operations));
                case "GET-ANNOTATIONS" -> Answer.ok(perType(type -> List.of()));
                case "GET-MGMT-NODES" -> Answer.ok(routers.get());
                case "GET-SCHEMA" -> Answer.ok(description());
                case "GET-LOG" -> Answer.ok(List.of());
                default -> Answer.ok(unknown(operation.get(), request));
            };
        } catch (ManagementException refusal) {
            return Answer.refused(refusal);
        }
    }

    /** What no entity can do is refused in the name of the one that was to do it. */
    private Map<String, Object> unknown(String operation, Request request) throws ManagementException {
        boolean ofTheRouter = Stream.of("type", "name", "identity")
                .allMatch(property -> request.text(property).isEmpty());
        if (ofTheRouter) {
            schema.require("management").allow(operation);
        }
        return find(request, operation).attributes();
    }

    private Map<String, Object> perType(java.util.function.Function<EntityType, List<String>> told) {
        Map<String, Object> map = new LinkedHashMap<>();
        schema.all().forEach(type -> map.put(type.name(), told.apply(type)));
        return map;
    }

    private Map<String, Object> description() {
        Map<String, Object> types = new LinkedHashMap<>();
        schema.all().forEach(type -> {
            Map<String, Object> attributes = new LinkedHashMap<>();
            type.attributes().forEach((name, attribute) -> attributes.put(name, attribute.describe()));
            types.put(type.shortName(), Map.of("attributes", attributes, "operations", type.operations()));
        });
        return Map.of("prefix", "io.skupper.router", "entityTypes", types);
    }

    private Answer create(Request request) throws ManagementException {
        Map<String, Object> given = request.map();
        EntityType type = schema.require(
                request.text("type").orElseThrow(() -> ManagementException.bad("No 'type' attribute in " + given)));
        type.allow("CREATE");
        Optional<String> name = request.text("name");
        Optional<String> inBody = Optional.ofNullable(given.remove("name")).map(Object::toString);
        if (name.isPresent() && inBody.isPresent() && !name.equals(inBody)) {
            throw ManagementException.bad("Conflicting values for 'name'");
        }
        given.remove("type");
        name.ifPresent(text -> given.put("name", text));
        Entity entity = new Entity(type, type.create(given));
        add(entity);
        return Answer.created(entity.attributes());
    }

    private void add(Entity entity) throws ManagementException {
        entities.identify(entity);
        entity.live(configurator.create(entity));
        entities.add(entity);
    }

    private Entity find(Request request, String operation) throws ManagementException {
        Optional<EntityType> type = Optional.empty();
        if (request.text("type").isPresent()) {
            type = Optional.of(schema.require(request.text("type").get()));
        }
        for (String key : List.of("identity", "name")) {
            if (request.text(key).isPresent()) {
                String value = request.text(key).get();
                Entity found = entities.named(key, value)
                        .orElseThrow(() -> new ManagementException(
                                ManagementException.NOT_FOUND, "No entity with " + key + "=" + value));
                if (type.filter(wanted -> !wanted.equals(found.type())).isPresent()) {
                    throw ManagementException.bad("Entity type '" + found.type().name()
                            + "' does not extend requested type '" + type.get().name() + "'");
                }
                found.type().allow(operation);
                return found;
            }
        }
        throw ManagementException.bad(type.map(EntityType::name).orElse("entity") + ": No name or identity provided");
    }

    private Answer update(Request request) throws ManagementException {
        Map<String, Object> given = request.map();
        Entity entity = find(request, "UPDATE");
        Map<String, Object> values = entity.type().update(given, entity.configured());
        // as in the real router: what is refused below is shown all the same
        entity.configured().putAll(values);
        entity.live().update(entity.configured());
        return Answer.ok(entity.attributes());
    }

    private Answer delete(Request request) throws ManagementException {
        Entity entity = find(request, "DELETE");
        entity.live().delete();
        entities.remove(entity);
        return Answer.deleted();
    }

    private Answer query(Request request) throws ManagementException {
        Optional<EntityType> type = Optional.empty();
        if (request.text("entityType").isPresent()) {
            type = Optional.of(schema.require(request.text("entityType").get()));
        }
        List<String> known = type.map(EntityType::columns)
                .orElseGet(() -> schema.all().stream()
                        .flatMap(each -> each.columns().stream())
                        .distinct()
                        .toList());
        List<String> asked = request.attributeNames();
        List<String> unknown =
                asked.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new ManagementException(
                    ManagementException.NOT_FOUND,
                    "Unknown attributes "
                            + unknown.stream().map(name -> "'" + name + "'").toList()
                            + type.map(each -> " for type " + each.name()).orElse("") + ".");
        }
        List<String> columns = asked.isEmpty() ? known : asked;
        return Answer.table(columns, rows(type, columns));
    }

    private List<List<Object>> rows(Optional<EntityType> type, List<String> columns) {
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, Object>> maps = new ArrayList<>();
        type.map(entities::of).orElseGet(entities::all).forEach(entity -> maps.add(entity.attributes()));
        type.map(computed::of).ifPresent(maps::addAll);
        for (Map<String, Object> map : maps) {
            if (columns.stream().map(map::get).anyMatch(Objects::nonNull)) {
                rows.add(row(map, columns));
            }
        }
        return rows;
    }

    @SuppressWarnings("NullAway") // a column without a value is a null on the wire
    private static List<Object> row(Map<String, Object> map, List<String> columns) {
        List<Object> row = new ArrayList<>();
        columns.forEach(column -> row.add(map.get(column)));
        return row;
    }

    /** The names of the types that this agent must not answer for. */
    static final Set<String> OF_THE_CORE = Set.of(
            "io.skupper.router.router.address",
            "io.skupper.router.router.link",
            "io.skupper.router.router.config.address",
            "io.skupper.router.router.config.autoLink",
            "io.skupper.router.routerMetrics",
            "io.skupper.router.connection");
}
