/** The site's own API, on loopback: what its participant sees and decides, also while the network can't be reached. */
package studio.agent.siteapi;
