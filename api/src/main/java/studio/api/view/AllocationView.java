package studio.api.view;

import java.util.List;

/**
 * Where an endpoint is meant to be: at a site that has one of the classes or is named itself.
 *
 * @param sites       sites
 * @param siteClasses classes of sites
 */
public record AllocationView(List<RefView> sites, List<RefView> siteClasses) {}
