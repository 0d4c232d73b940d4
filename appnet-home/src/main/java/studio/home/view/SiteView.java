package studio.home.view;

import studio.home.relay.Look;

/**
 * A site, as lists name it.
 *
 * @param name what it calls itself; its uid while it was not heard of
 * @param uid  its uid
 */
public record SiteView(String name, String uid) {

    /** The site of that audience. */
    public static SiteView of(String audience, Look look) {
        String uid = uid(audience);
        return new SiteView(look.said(audience, "site").orElse(uid), uid);
    }

    /** The uid in an audience. */
    static String uid(String audience) {
        return audience.substring(audience.indexOf('/') + 1);
    }
}
