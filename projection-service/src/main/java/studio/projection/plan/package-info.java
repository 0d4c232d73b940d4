/**
 * The planner: folds the log once more, and writes what sites are to have to a compacted topic, by audience and only where it changes.
 * Start at {@link studio.projection.plan.PlanProcessor}.
 */
@NullMarked
package studio.projection.plan;

import org.jspecify.annotations.NullMarked;
