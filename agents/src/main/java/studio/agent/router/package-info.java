/**
 * What a router can be made to have, as values: what its management calls entities. They know what the router leaves unsaid (its
 * defaults) and what it writes in another way, so that what is wanted can be compared with what is there.
 */
package studio.agent.router;
