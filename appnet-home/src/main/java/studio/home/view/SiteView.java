package studio.home.view;

import studio.home.relay.Look;

/**
 * A site, as lists name it.
 *
 * @param name what it calls itself; its uid while it was not heard of
 * @param uid  its uid
 */
public record SiteView(String name, String uid) {

    static SiteView of(String audience, Look look) {
        String uid = audience.substring(audience.indexOf('/') + 1);
        return new SiteView(look.said(audience, "site").orElse(uid), uid);
    }
}
