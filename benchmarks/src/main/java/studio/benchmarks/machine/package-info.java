/** Installations of their own on this machine: how fast they start, what they hold, and how fast their tables are made anew. */
package studio.benchmarks.machine;
