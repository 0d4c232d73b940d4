package studio.command.process;

import java.util.List;
import studio.domain.kernel.Overlay;
import studio.schema.CommandOutcome;
import studio.schema.StoredEvent;

/**
 * What a command leads to, before anything of it is written.
 *
 * @param outcome the answer
 * @param events  what to append
 * @param after   the stream's entities as they are then
 * @param head    where the stream stands then
 * @param follows what it means for other streams
 */
record Verdict(
        CommandOutcome outcome, List<StoredEvent> events, Overlay after, StreamHead head, List<FollowUp> follows) {}
