package studio.feed.frame;

import java.util.List;
import java.util.OptionalLong;

/**
 * How far somebody has got with each audience of a document.
 *
 * @param versions one for each audience, by audience
 */
public record Vector(List<AudienceVersion> versions) {

    /** Nothing yet. */
    public static final Vector NONE = new Vector(List.of());

    /** Sorts the versions and checks their number. */
    public Vector {
        Bounds.few("vector", versions, Bounds.MAX_AUDIENCES);
        versions = versions.stream().sorted().toList();
        for (int i = 1; i < versions.size(); i++) {
            if (versions.get(i).audience().equals(versions.get(i - 1).audience())) {
                throw new IllegalArgumentException(
                        "vector names '" + versions.get(i).audience() + "' twice");
            }
        }
    }

    /** How far it has got with that audience, if it has it. */
    public OptionalLong version(String audience) {
        // There are few, and nothing is made for it: this is asked for each of ten thousand sites at once.
        for (AudienceVersion entry : versions) {
            if (entry.audience().equals(audience)) {
                return OptionalLong.of(entry.version());
            }
        }
        return OptionalLong.empty();
    }

    /** Says whether this is as far as the other one with each audience that both have. */
    public boolean isUpTo(Vector other) {
        return versions.stream()
                .allMatch(entry ->
                        entry.version() >= other.version(entry.audience()).orElse(0));
    }

    /** The audiences that the other one has and this one has not. */
    public List<String> missing(Vector other) {
        return other.versions.stream()
                .map(AudienceVersion::audience)
                .filter(audience -> version(audience).isEmpty())
                .toList();
    }
}
