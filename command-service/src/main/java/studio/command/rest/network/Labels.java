package studio.command.rest.network;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import studio.domain.network.Label;

/** Objects of texts in requests, as the domain has them. */
final class Labels {

    private Labels() {}

    static Set<Label> set(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> new Label(label.getKey(), label.getValue()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** In order, for an object has none. */
    static List<Label> list(Map<String, String> labels) {
        return set(labels).stream().sorted().toList();
    }
}
