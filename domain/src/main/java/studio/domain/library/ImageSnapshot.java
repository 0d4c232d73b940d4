package studio.domain.library;

import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;

/**
 * A version as it was at one moment, for a network to keep: whatever happens in the library later, the network runs this.
 *
 * @param library  the library's stream
 * @param revision the version's revision there
 * @param image    the image
 * @param version  the version
 * @param content  what it says
 * @param digest   the content's digest as it was when it was published
 */
public record ImageSnapshot(
        StreamKey library, long revision, Name image, VersionName version, ImageContent content, Digest digest) {

    /** A snapshot of a version that was not withdrawn. */
    public static ImageSnapshot of(StreamKey library, ImageVersion.Published version) {
        ImageVersion.Release release = version.release();
        return new ImageSnapshot(
                library,
                version.meta().revision(),
                release.image(),
                release.version(),
                release.content(),
                release.digest());
    }
}
