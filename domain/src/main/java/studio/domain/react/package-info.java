/**
 * What one stream's events mean for another: pure functions from an event to the commands that follow from it. Whoever runs them reads
 * a stream in its order and gives the commands; those have ids that follow from the event, so that giving them twice does no harm.
 */
package studio.domain.react;
