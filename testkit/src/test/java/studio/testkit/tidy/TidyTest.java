package studio.testkit.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What neither the compiler nor a linter notices about the project's files. */
class TidyTest {

    /** Words for work put off; written in two parts, so as not to find themselves. */
    private static final Pattern PUT_OFF = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b(?!\\(#\\d+\\))");

    private static final Pattern EMPTY_NAME =
            Pattern.compile("\\w+(Manager|Helper|Util|Utils|Impl|Dto|DTO)(Test|IT)?\\.java");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern RESOLVED = Pattern.compile("\"resolved\": *\"([^\"]+)\"");

    private final TrackedFiles files = TrackedFiles.find();

    TidyTest() throws IOException {}

    @Test
    void shouldPutNothingOffWithoutAnIssue() {
        assertThat(lines(PUT_OFF)).as("say which issue: (#7) after the word").isEmpty();
    }

    @Test
    void shouldNameNoClassByAnEmptyWord() {
        assertThat(files.ending(".java"))
                .as("name it by what it does")
                .noneMatch(path ->
                        EMPTY_NAME.matcher(path.getFileName().toString()).matches());
    }

    @Test
    void shouldLinkToFilesThatAreThere() {
        List<String> dead = files.ending(".md").stream()
                .flatMap(page -> links(page)
                        .filter(link -> !files.exists(target(page, link)))
                        .map(link -> page + " links to " + link))
                .toList();
        assertThat(dead).isEmpty();
    }

    @Test
    void shouldNameNoPathOfTheMachineThatBuildsIt() {
        List<String> own = Stream.of(files.root().toString(), System.getProperty("user.home") + "/")
                .filter(path -> path.length() > 2)
                .toList();
        assertThat(files.paths())
                .filteredOn(path -> files.text(path).filter(containing(own)).isPresent())
                .as("files that name one of " + own)
                .isEmpty();
    }

    @Test
    void shouldNameNoRegistry() {
        Stream<String> resolved = files.ending("package-lock.json").stream()
                .flatMap(lock -> matches(RESOLVED, lock).map(match -> match.group(1)));
        // What has no scheme is a folder of the workspace itself.
        assertThat(resolved).noneMatch(url -> url.contains(":"));
        assertThat(files.ending("pom.xml"))
                .noneMatch(pom -> files.text(pom)
                        .filter(containing(List.of("<repository>")))
                        .isPresent());
    }

    private Stream<String> links(Path page) {
        return matches(LINK, page)
                .map(match -> match.group(1).replaceFirst("#.*", ""))
                .filter(Predicate.not(
                        link -> link.isEmpty() || ELSEWHERE.matcher(link).matches()));
    }

    private static Path target(Path page, String link) {
        return Optional.ofNullable(page.getParent()).orElse(Path.of("")).resolve(link);
    }

    private static Predicate<String> containing(List<String> words) {
        return text -> words.stream().anyMatch(text::contains);
    }

    private List<String> lines(Pattern pattern) {
        return files.paths().stream()
                .flatMap(path -> matches(pattern, path).map(match -> path + ": " + match.group()))
                .toList();
    }

    private Stream<MatchResult> matches(Pattern pattern, Path path) {
        return files.text(path).stream().flatMap(text -> pattern.matcher(text).results());
    }
}
