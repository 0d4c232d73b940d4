package studio.agent.loop;

import java.util.List;
import java.util.Optional;
import studio.domain.plan.Item;

/** Where the document of a site comes from. */
public interface Documents {

    /** The newest one; nothing while none has come, which never means that nothing is wanted. */
    Optional<List<Item>> newest();

    /** Calls that whenever there is another one, on any thread. */
    void onChange(Runnable changed);
}
