/** TCP at the edges of the network: listeners that follow their address, connectors, and the bytes between them. */
package studio.standin.tcp;
