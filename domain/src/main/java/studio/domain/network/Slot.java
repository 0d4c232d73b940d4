package studio.domain.network;

import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;

/**
 * The place of one offering site at an ingress that has a listener for each of them. It stays what it was when the site was admitted,
 * whatever the site's name becomes, so that whoever uses the listener finds it where it was.
 *
 * @param site   the offering site's uid
 * @param name   what the place is called: the site's name when it was admitted, or one made from it if that is taken
 * @param number its number; the listener's port is that many above the ingress's
 */
public record Slot(Uid site, Name name, int number) {}
