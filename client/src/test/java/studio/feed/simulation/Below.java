package studio.feed.simulation;

import studio.feed.frame.Frame;
import studio.feed.source.Subject;

/** What a wire's lower end is fixed to. */
interface Below {

    Subject subject();

    void connected(Wire wire, long number);

    void receive(Wire wire, Frame.Down frame);

    void disconnected(Wire wire);
}
