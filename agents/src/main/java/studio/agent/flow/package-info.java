/** What goes through a site's router, as the router's flow records tell it. */
package studio.agent.flow;
