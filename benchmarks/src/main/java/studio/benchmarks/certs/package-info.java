/** How fast certificates are issued by a running Studio. */
package studio.benchmarks.certs;
