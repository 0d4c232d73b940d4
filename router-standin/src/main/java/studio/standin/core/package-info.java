/** Where messages and streams go: addresses, who consumes them, and the choice between several. Confined to the router's event loop. */
package studio.standin.core;
