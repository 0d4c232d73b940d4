package studio.agent.loop;

/** Where an agent says how its site does. */
public interface Reports {

    /** Takes a report; it is a whole one, so that the last one is all that matters. */
    void report(SiteReport report);
}
