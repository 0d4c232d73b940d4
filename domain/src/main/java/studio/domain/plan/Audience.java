package studio.domain.plan;

import studio.domain.kernel.Uid;
import studio.domain.network.Ref;

/**
 * Sites for which the same is planned. A network's site belongs to several; where they say different things, the narrower one counts. A
 * backbone's interior site is one of its own.
 */
public sealed interface Audience {

    /** Names it in keys: {@code network}, {@code class/{uid}}, {@code invitation/{uid}}, {@code site/{uid}}, {@code interior/{uid}}. */
    String key();

    /** All sites of the network. */
    record OfNetwork() implements Audience {
        @Override
        public String key() {
            return "network";
        }
    }

    /**
     * The sites of a class.
     *
     * @param siteClass the class
     */
    record OfClass(Ref siteClass) implements Audience {
        @Override
        public String key() {
            return "class/" + siteClass.uid();
        }
    }

    /**
     * The sites that came by an invitation.
     *
     * @param invitation the invitation
     */
    record OfInvitation(Ref invitation) implements Audience {
        @Override
        public String key() {
            return "invitation/" + invitation.uid();
        }
    }

    /**
     * One site.
     *
     * @param site the site's uid, since its name can change
     */
    record OfSite(Uid site) implements Audience {
        @Override
        public String key() {
            return "site/" + site;
        }
    }

    /**
     * One interior site of a backbone.
     *
     * @param site the site's uid
     */
    record OfInterior(Uid site) implements Audience {
        @Override
        public String key() {
            return "interior/" + site;
        }
    }
}
