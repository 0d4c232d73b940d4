/**
 * The stream {@code authority/root}: the certificates of the installation as a whole, its root and those of its Service Home.
 *
 * <p>It has no commands and events but those of {@link studio.domain.certificate}; what is its own is who may give them.
 */
package studio.domain.authority;
