package studio.backbone.trust;

/**
 * Somebody, or several who are to have the same, who takes connections of those alone for whom certain authorities signed.
 *
 * @param who     who that is, for people
 * @param anchors the authorities that are to be trusted there, in PEM form
 * @param behind  how many of those who were ever heard of do not have these anchors yet
 */
public record Keeper(String who, String anchors, long behind) {}
