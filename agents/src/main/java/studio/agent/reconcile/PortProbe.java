package studio.agent.reconcile;

import studio.agent.plan.ObservedRouter.Listening;
import studio.agent.router.Listener;

/** Finds out who listens at a place: a router says that it made a listener, and not whether it could. */
public interface PortProbe {

    /** Who listens where the listener is to be, the certificate told. */
    Listening look(Listener listener);
}
