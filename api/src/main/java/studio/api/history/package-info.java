/** How history reads: a sentence for each event, and what differs between two views. */
package studio.api.history;
