package studio.projection.store;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Is told by the projector, in its thread, what is in the tables now. */
interface CommitListener {

    /** This instance writes the tables from now on, beginning with those offsets. */
    void began(Map<TopicPartition, Long> positions);

    /** That batch was committed. */
    void committed(Fold batch);

    /** This instance writes the tables no longer. */
    void ended();
}
