/**
 * What has to be done to a router so that it has what is wanted: a function of what is wanted and what is there, without time, chance
 * or effects.
 */
package studio.agent.plan;
