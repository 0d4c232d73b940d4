package studio.api.view;

/**
 * A reference to an object of the same network; a later object of the name has another uid.
 *
 * @param name the object's name
 * @param uid  its uid
 */
public record RefView(String name, String uid) {}
