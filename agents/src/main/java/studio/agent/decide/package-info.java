/**
 * What a participant decided, and what of a document it lets be. Pure, but for the file that decisions are kept in: whatever a server
 * sends, nothing is in force that nobody accepted.
 */
package studio.agent.decide;
