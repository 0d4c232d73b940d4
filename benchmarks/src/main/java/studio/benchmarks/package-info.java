/** A load driver over HTTP for a running Studio: commands at several depths, and how far the tables are behind meanwhile. */
package studio.benchmarks;
