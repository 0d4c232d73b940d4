package studio.api.view;

/**
 * A member access point as those see it to whom it is offered. It tells nothing else of its backbone.
 *
 * @param uid         this incarnation
 * @param name        its name
 * @param backbone    the backbone
 * @param site        the interior site whose router listens
 * @param state       `partial`, `requested`, `ready` or `deleting`
 */
public record OfferedAccessPointView(String uid, String name, String backbone, String site, String state) {}
