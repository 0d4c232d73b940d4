package studio.testkit.reference;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Reads the settings that interfaces marked {@code @ConfigMapping} declare, from their sources: what a setting means stands in its
 * Javadoc, which no class file has.
 */
final class SettingsReader {

    private final DocTrees documentation;
    private final CompilationUnitTree unit;
    private final Map<String, ClassTree> nested = new HashMap<>();
    private final List<Setting> settings = new ArrayList<>();

    private SettingsReader(DocTrees documentation, CompilationUnitTree unit) {
        this.documentation = documentation;
        this.unit = unit;
    }

    /** The settings of each marked interface in those files. */
    static List<Section> read(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            List<Section> sections = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new SettingsReader(DocTrees.instance(task), unit).section().ifPresent(sections::add);
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Section> section() {
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree root) {
                Optional<String> prefix = annotation(root.getModifiers().getAnnotations(), "ConfigMapping")
                        .map(mapping -> argument(mapping, "prefix").orElseThrow());
                if (prefix.isPresent()) {
                    addNested(root);
                    addSettings(root, prefix.get());
                    return Optional.of(new Section(prefix.get(), comment(root), List.copyOf(settings)));
                }
            }
        }
        return Optional.empty();
    }

    private void addNested(ClassTree type) {
        for (Tree member : type.getMembers()) {
            if (member instanceof ClassTree inner) {
                nested.put(inner.getSimpleName().toString(), inner);
                addNested(inner);
            }
        }
    }

    private void addSettings(ClassTree type, String prefix) {
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                String key = prefix + "." + kebab(method.getName().toString());
                String javaType = method.getReturnType().toString();
                ClassTree group = nested.get(javaType);
                if (group == null) {
                    settings.add(setting(method, key, javaType));
                } else {
                    addSettings(group, key);
                }
            }
        }
    }

    private Setting setting(MethodTree method, String key, String javaType) {
        List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
        Optional<String> defaultValue =
                annotation(annotations, "WithDefault").flatMap(annotation -> argument(annotation, "value"));
        String limits = annotations.stream()
                .map(SettingsReader::limit)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return new Setting(key, javaType, defaultValue, comment(method), limits);
    }

    private static Optional<String> limit(AnnotationTree annotation) {
        return switch (annotation.getAnnotationType().toString()) {
            case "Min" -> argument(annotation, "value").map(value -> "at least " + value);
            case "Max" -> argument(annotation, "value").map(value -> "at most " + value);
            default -> Optional.empty();
        };
    }

    private static Optional<AnnotationTree> annotation(List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .map(AnnotationTree.class::cast)
                .findFirst();
    }

    /** An argument without a name is its value. */
    private static Optional<String> argument(AnnotationTree annotation, String name) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (!(argument instanceof AssignmentTree)) {
                return Optional.of(text(argument));
            }
            if (argument instanceof AssignmentTree named
                    && named.getVariable().toString().equals(name)) {
                return Optional.of(text(named.getExpression()));
            }
        }
        return Optional.empty();
    }

    private static String text(ExpressionTree expression) {
        return expression instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : expression.toString();
    }

    private String comment(Tree tree) {
        String comment = documentation.getDocComment(TreePath.getPath(unit, tree));
        return comment == null ? "" : markdown(comment);
    }

    private static String markdown(String comment) {
        return comment.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("</?p>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * The settings of one interface.
     *
     * @param prefix   what their keys begin with
     * @param meaning  the interface's documentation
     * @param settings the settings
     */
    record Section(String prefix, String meaning, List<Setting> settings) {}
}
