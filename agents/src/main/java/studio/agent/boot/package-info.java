/**
 * What a router is booted with: everything that management can't change, the way in for its agent, and what was applied last, since
 * a router forgets what it was told over AMQP.
 */
package studio.agent.boot;
