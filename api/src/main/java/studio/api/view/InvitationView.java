package studio.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An invitation to join a network; its tokens were shown once and are not kept.
 *
 * @param name             its name
 * @param network          the network
 * @param uid              this incarnation
 * @param state            `requested`, `ready`, `exhausted`, `expired` or `revoked`
 * @param siteClasses      the classes of the sites that join
 * @param joinDeadline     when it stops letting sites in; never if absent
 * @param instanceLimit    how many sites may join; any number if absent
 * @param admitted         how many sites it let in, without those whose place was given back
 * @param usesLeft         how many more it may let in; any number if absent
 * @param namePrefix       the beginning of the names of sites that bring none
 * @param interactive      whether somebody at the site has to confirm the join
 * @param requiredMetadata what a site must tell of itself, by key
 * @param ownSite          whether its sites belong to the network's owner and accept all changes
 * @param tokens           how many tokens open it
 * @param revision         its ETag: the revision of the stream at which its intent last changed
 * @param createdAt        when it was made
 * @param changedAt        when its intent last changed
 */
public record InvitationView(
        String name,
        String network,
        String uid,
        String state,
        List<String> siteClasses,
        Optional<Instant> joinDeadline,
        Optional<Long> instanceLimit,
        long admitted,
        Optional<Long> usesLeft,
        Optional<String> namePrefix,
        boolean interactive,
        List<String> requiredMetadata,
        boolean ownSite,
        int tokens,
        long revision,
        Instant createdAt,
        Instant changedAt)
        implements View {}
