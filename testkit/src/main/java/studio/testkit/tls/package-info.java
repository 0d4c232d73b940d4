/** Certificates for tests. */
package studio.testkit.tls;
