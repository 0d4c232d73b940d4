package studio.standin.tls;

import java.util.Optional;

/**
 * A set of certificate files under a name. They are read when somebody uses the profile for the first time, and again at each change; when
 * that fails, what was read before stays in service.
 */
public final class TlsProfile {

    private final String name;
    private final String uidFormat;
    private TlsFiles files;
    private long ordinal;
    private long oldestValid;
    private Optional<TlsFiles.Contexts> contexts = Optional.empty();

    /** A profile that nobody uses yet. */
    public TlsProfile(String name, String uidFormat, TlsFiles files, long ordinal, long oldestValid) {
        this.name = name;
        this.uidFormat = uidFormat;
        this.files = files;
        this.ordinal = ordinal;
        this.oldestValid = oldestValid;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The generation that new connections are made with. */
    public long ordinal() {
        return ordinal;
    }

    /** Connections of an older generation than this are closed. */
    public long oldestValid() {
        return oldestValid;
    }

    /** Is somebody using it? Then its files must be good at each change. */
    public boolean used() {
        return contexts.isPresent();
    }

    /** What connections are made with, read now if nobody did before. */
    public TlsFiles.Contexts use() throws TlsException {
        if (contexts.isEmpty()) {
            contexts = Optional.of(files.read());
        }
        return contexts.get();
    }

    /** Takes these files and generations from now on. */
    public void change(TlsFiles changed, long newOrdinal, long newOldestValid) throws TlsException {
        if (contexts.isPresent()) {
            contexts = Optional.of(changed.read());
        }
        files = changed;
        ordinal = newOrdinal;
        oldestValid = newOldestValid;
    }

    /** By which name a peer with that certificate is known. */
    public String user(java.security.cert.X509Certificate certificate) {
        return PeerName.of(certificate, uidFormat);
    }
}
