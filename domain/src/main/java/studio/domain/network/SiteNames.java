package studio.domain.network;

import java.util.Optional;
import java.util.stream.Stream;
import studio.domain.kernel.Entities;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;

/** Makes names for sites. */
final class SiteNames {

    private static final int MAX_LENGTH = 63;

    /** Where in a uid's text its chance is, and how much of it a name takes. */
    private static final int SUFFIX_FROM = 19;

    private static final int SUFFIX_LENGTH = 5;

    /** With fewer sites than there are suffixes one try is nearly always enough. */
    private static final int TRIES = 16;

    private SiteNames() {}

    /** The wanted name if it is free, else one that begins like it; without a wish one that begins as the invitation says. */
    static Name free(Optional<Name> wanted, MemberInvitation invitation, Uid uid, Entities entities, IdSource ids) {
        String prefix = wanted.or(() -> invitation.spec().terms().namePrefix())
                .orElseGet(() -> invitation.ref().name())
                .value();
        Stream<Name> made = Stream.concat(
                        Stream.of(uid), Stream.generate(ids::next).limit(TRIES))
                .map(source -> source.base32Hex().substring(SUFFIX_FROM, SUFFIX_FROM + SUFFIX_LENGTH))
                .map(suffix -> name(prefix, suffix));
        return Stream.concat(wanted.stream(), made)
                .filter(name -> entities.find(MemberSite.KIND, name).isEmpty())
                .findFirst()
                .orElseGet(() -> name(prefix, uid.base32Hex()));
    }

    private static Name name(String prefix, String suffix) {
        int room = Math.min(prefix.length(), MAX_LENGTH - suffix.length() - 1);
        return Name.of(prefix.substring(0, room) + "-" + suffix);
    }
}
