package studio.cli.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import studio.cli.api.Api;
import studio.cli.api.Write;
import studio.cli.resource.Kind;
import studio.cli.resource.Kinds;
import studio.cli.resource.Scope;
import studio.cli.resource.ScopeOptions;
import studio.cli.resource.StateWatch;

/**
 * The command for an action, or for the same action on what networks and backbones both have. Its options are those fields that the REST
 * interface takes.
 */
@Command
final class ActionCommand implements Callable<Integer> {

    private static final String NAME = "/name";

    /** What an action takes comes before what all have in common. */
    private static final int FIRST = -1000;

    /** Objects that only group fields: their own names would make options longer and say nothing. */
    private static final Set<String> GROUPS =
            Set.of("terms", "schedule", "allocation", "ingress", "egress", "artifacts");

    private final List<Action> actions;
    private final Request request;
    private final Map<Field, OptionSpec> fields = new LinkedHashMap<>();
    private final Map<String, OptionSpec> query = new LinkedHashMap<>();
    private final CommandSpec spec;

    @Mixin
    private WriteOptions options;

    ActionCommand(String word, List<Action> actions, Request request) {
        this.actions = actions;
        this.request = request;
        this.spec = CommandSpec.forAnnotatedObject(this).name(word);
        spec.usageMessage().description(description()).sortOptions(false).abbreviateSynopsis(true);
        addName();
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        actions.forEach(action -> scopes.addAll(action.path().scopes()));
        ScopeOptions.add(spec, scopes);
        request.fields().stream()
                .filter(field -> !field.pointer().equals(NAME) || isNamed())
                .forEach(this::addField);
        request.query().forEach(this::addQuery);
        // Not with the usual --version: an image's version is one of the fields.
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and end.")
                .build());
    }

    CommandSpec spec() {
        return spec;
    }

    private String[] description() {
        List<String> lines = new ArrayList<>(List.of(request.summary() + "."));
        request.description().ifPresent(more -> lines.addAll(List.of("", more)));
        lines.add("");
        return lines.stream().map(ActionCommand::verbatim).toArray(String[]::new);
    }

    /** The help's text is a format. */
    private static String verbatim(String text) {
        return text.replace("%", "%%").replace("`", "'");
    }

    private boolean isNamed() {
        return actions.getFirst().path().isNamed();
    }

    private Optional<Field> nameField() {
        return request.fields().stream()
                .filter(field -> field.pointer().equals(NAME) && !isNamed())
                .findFirst();
    }

    private void addName() {
        if (isNamed() || nameField().isPresent()) {
            boolean required = isNamed() || nameField().orElseThrow().required();
            spec.addPositional(PositionalParamSpec.builder()
                    .paramLabel("NAME")
                    .index("0")
                    .type(String.class)
                    .required(required)
                    .arity(required ? "1" : "0..1")
                    .description(nameField().flatMap(Field::description).orElse("Which one."))
                    .build());
        }
    }

    private void addField(Field field) {
        boolean isSplit = field.type() == FieldType.TEXTS || field.type() == FieldType.NUMBERS;
        String needed = field.required() ? " Required, unless a file says it." : "";
        String choice = field.values().isEmpty() ? "" : " One of " + String.join(", ", field.values()) + ".";
        OptionSpec.Builder option = OptionSpec.builder("--" + optionName(field))
                .paramLabel(label(field.type()))
                .hideParamSyntax(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .completionCandidates(field.values())
                .description(verbatim(field.description().orElse("") + choice + needed));
        if (isSplit) {
            option.splitRegex(",");
        }
        OptionSpec built = option.order(FIRST + fields.size()).build();
        fields.put(field, built);
        spec.addOption(built);
    }

    private static String label(FieldType type) {
        return switch (type) {
            case TEXT -> "TEXT";
            case NUMBER -> "N";
            case TRUTH -> "true|false";
            case TEXTS -> "TEXT,…";
            case NUMBERS -> "N,…";
            case MAP -> "KEY=VALUE";
            case OBJECTS -> "FIELD=VALUE,…";
            case JSON -> "JSON";
        };
    }

    private void addQuery(String name, String description) {
        boolean isFlag = !name.equals("platform");
        OptionSpec.Builder option = OptionSpec.builder("--" + hyphenated(name))
                .order(FIRST + query.size())
                .description(verbatim(description));
        OptionSpec built = isFlag
                ? option.type(boolean.class).arity("0").build()
                : option.type(String.class).paramLabel("PLATFORM").build();
        query.put(name, built);
        spec.addOption(built);
    }

    /** The last steps of a field's path, without what only groups. */
    static String optionName(Field field) {
        return List.of(field.pointer().substring(1).split("/", -1)).stream()
                .filter(step -> !GROUPS.contains(step) || field.pointer().endsWith("/" + step))
                .map(ActionCommand::hyphenated)
                .collect(Collectors.joining("-"));
    }

    private static String hyphenated(String name) {
        return name.replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT);
    }

    @Override
    public Integer call() {
        Api api = options.api();
        Map<Scope, String> scopes = ScopeOptions.effective(spec, api.context());
        Action action = action(scopes);
        Optional<String> name = spec.positionalParameters().stream()
                .findFirst()
                .flatMap(positional -> Optional.ofNullable(positional.<String>getValue()));
        String path = action.path().fill(scopes, name);
        JsonNode receipt = api.command(
                        new Write(action.method(), path, query(), body(name), options.ifMatch(), options.key()),
                        options.patience())
                .body();
        new ReceiptPrinter(options).print(receipt);
        if (options.isDryRun() && options.form() == WriteOptions.Form.TEXT) {
            Revocation.of(action, path).ifPresent(revocation -> revocation.preview(api, options.out()));
        }
        return options.isDryRun() || options.states().isEmpty() ? ExitCode.OK : await(api, scopes, receipt);
    }

    /** That of the narrowest scope that is said, or else known. */
    private Action action(Map<Scope, String> scopes) {
        Set<Scope> said = ScopeOptions.said(spec).keySet();
        return actions.stream()
                .filter(action -> action.path().scopes().containsAll(said)
                        && scopes.keySet().containsAll(action.path().scopes()))
                .max((one, other) -> Integer.compare(
                        one.path().scopes().size(), other.path().scopes().size()))
                .orElseThrow(() -> options.usage("Say "
                        + actions.stream()
                                .map(action -> action.path().scopes().stream()
                                        .map(scope -> "--" + scope.word())
                                        .collect(Collectors.joining(" and ")))
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining(", or "))
                        + "."));
    }

    private Map<String, String> query() {
        Map<String, String> parameters = new HashMap<>();
        query.forEach((name, option) -> {
            Object value = option.getValue();
            if (value instanceof String text) {
                parameters.put(name, text);
            } else if (Boolean.TRUE.equals(value)) {
                parameters.put(name, "true");
            }
        });
        if (options.isDryRun()) {
            parameters.put("dryRun", "true");
        }
        return parameters;
    }

    private Optional<JsonNode> body(Optional<String> name) {
        if (request.fields().isEmpty()) {
            return Optional.empty();
        }
        Content content = new Content(options.content());
        nameField().ifPresent(field -> name.ifPresent(text -> content.put(field, List.of(text))));
        fields.forEach((field, option) -> {
            List<String> texts = option.getValue();
            if (texts != null) {
                try {
                    content.put(field, texts);
                } catch (IllegalArgumentException e) {
                    throw options.usage("Invalid value for option '" + option.longestName() + "': " + e.getMessage());
                }
            }
        });
        return Optional.of(content.json());
    }

    private int await(Api api, Map<Scope, String> scopes, JsonNode receipt) {
        String subject = receipt.path("subject").asText();
        Kind kind = Kinds.of(actions.getFirst().kind()).orElseThrow();
        String path = kind.listing(ScopeOptions.said(spec), scopes)
                .item()
                .fill(scopes, Optional.of(subject.substring(subject.indexOf('/') + 1)));
        String state = new StateWatch(api, path, options.states())
                .await(options.patience())
                .path("state")
                .asText("deleted");
        options.out().println(subject + ": is " + state);
        options.out().flush();
        return options.states().contains(state) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
