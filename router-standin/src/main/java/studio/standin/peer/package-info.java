/** Connections with their roles and rights, their links, and the listeners and connectors that make them. */
package studio.standin.peer;
