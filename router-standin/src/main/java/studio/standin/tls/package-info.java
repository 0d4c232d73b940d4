/** Certificates of a router: profiles read from files, with one trust anchor each and a generation that is rotated. */
package studio.standin.tls;
