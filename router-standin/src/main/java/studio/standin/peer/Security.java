package studio.standin.peer;

import java.util.Optional;
import studio.standin.tls.TlsProfile;

/** With which generation of which profile a connection is secured. */
public record Security(Optional<TlsProfile> profile, long ordinal) {

    /** In the clear. */
    public static final Security NONE = new Security(Optional.empty(), 0);

    /** Secured with that profile as it is now. */
    public static Security of(Optional<TlsProfile> profile) {
        return new Security(profile, profile.map(TlsProfile::ordinal).orElse(0L));
    }
}
