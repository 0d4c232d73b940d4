/** What feeds cost: many sites in many networks, in one process without sockets, and some of them with. */
package studio.benchmarks.feed;
