/** The feed of a site: what it is to have comes down, how it does goes up. */
package studio.agent.feed;
