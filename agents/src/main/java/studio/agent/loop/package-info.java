/**
 * What drives an agent: a document comes, the router is made to fit it, and it is said how that went. At its own pace, one round
 * after the other, on one thread.
 */
package studio.agent.loop;
