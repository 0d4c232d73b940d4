/** How a site comes into being: with a token and a key, it asks to be let in. */
package studio.agent.enrol;
