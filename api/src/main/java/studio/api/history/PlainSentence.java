package studio.api.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.domain.kernel.EntityKey;

/**
 * The sentence about an event that has no template, made of its name and its fields: {@code InvitationRevoked} is "Invitation
 * guests revoked by alice".
 */
final class PlainSentence {

    /** What somebody does, as against what becomes of something. */
    private static final Pattern DEED = Pattern.compile(".*(ed|set|put|sent|made|withdrawn|taken|given)");

    /** What tells people nothing. */
    private static final Pattern NUMBERS =
            Pattern.compile("uid|digest|.*(Hash|Digest|Uid|Csr|Signature)|hash|csr|signature");

    private static final int MAX_FIELDS = 5;

    private PlainSentence() {}

    static String of(Told told) {
        String words = Words.ofName(told.type());
        String happened = named(words, told.subject());
        String by = (DEED.matcher(words).matches() ? " by " : ", told by ") + told.actor();
        String fields = told.data().properties().stream()
                .filter(field -> !isNoise(field, told.subject()))
                .flatMap(field -> Words.field(field).stream())
                .limit(MAX_FIELDS)
                .collect(Collectors.joining(", "));
        return happened + by + (fields.isEmpty() ? "" : ": " + fields);
    }

    /** Puts the name behind the noun where the event's name begins with it, else behind all. */
    private static String named(String words, EntityKey subject) {
        String noun = subject.kind().replace('-', ' ');
        String last = noun.substring(noun.lastIndexOf(' ') + 1);
        String name = " " + subject.name();
        if (words.startsWith(noun + " ")) {
            return noun + name + words.substring(noun.length());
        }
        if (words.startsWith(last + " ")) {
            return last + name + words.substring(last.length());
        }
        return words + " (" + noun + name + ")";
    }

    private static boolean isNoise(Map.Entry<String, JsonNode> field, EntityKey subject) {
        return NUMBERS.matcher(field.getKey()).matches()
                || field.getValue().asText().equals(subject.name());
    }
}
