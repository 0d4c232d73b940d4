/** The whole of Studio as separate processes: what a newcomer does, and what a crash does. */
package studio.system;
