package studio.standin.manage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Typed access to an entity's attributes. */
record Attributes(Map<String, Object> values) {

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString).filter(text -> !text.isEmpty());
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    int number(String name, int otherwise) {
        return values.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    Optional<Path> path(String name) {
        return text(name).map(Path::of);
    }

    List<String> words(String name) {
        return text(name).stream()
                .flatMap(text -> Stream.of(text.split("[\\s,]+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
