package studio.domain.network;

import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;

/**
 * A reference to an object of the same stream: the name for people, the uid for the incarnation. Whoever holds a reference to
 * an object that is gone holds nothing: a later one of the same name has another uid. So removing an object changes no other.
 *
 * @param name the object's name
 * @param uid  its uid
 */
public record Ref(Name name, Uid uid) implements Comparable<Ref> {

    @Override
    public int compareTo(Ref other) {
        return uid.compareTo(other.uid);
    }
}
