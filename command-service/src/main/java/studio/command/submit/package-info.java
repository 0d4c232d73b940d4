/**
 * The way of a command to the processor and of its outcome back: {@link studio.command.submit.CommandSubmitter} appends,
 * {@link studio.command.submit.OutcomeTail} follows the outcomes and wakes whoever waits for one.
 */
@NullMarked
package studio.command.submit;

import org.jspecify.annotations.NullMarked;
