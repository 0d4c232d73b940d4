package studio.thing.rest;

import studio.thing.store.Things;

/** A resource that goes past its port. */
public final class ThingResource {

    private final Things things = new Things();

    String get() {
        return things.toString();
    }
}
