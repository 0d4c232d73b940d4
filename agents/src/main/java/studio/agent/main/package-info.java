/** The program that runs at a site. */
package studio.agent.main;
